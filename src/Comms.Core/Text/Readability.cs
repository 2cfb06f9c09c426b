namespace Comms.Core.Text;

/// <summary>
/// What the classic formulas say of a text. They count letters, syllables and sentences and understand nothing: use them
/// to compare, never to decide. Below 100 words, and for SMOG below 30 sentences, they do not hold and are null. Immutable.
/// </summary>
public sealed class Readability
{
    /// <summary>In words: the samples that the formulas were made for.</summary>
    public const int FewestWords = 100;

    /// <summary>In sentences, for SMOG (McLaughlin 1969).</summary>
    public const int FewestSentencesForSmog = 30;

    private const int LongWord = 7;
    private const int HardWord = 3;

    private Readability(Counts counts)
    {
        (Words, Sentences) = (counts.Words, counts.Sentences);
        if (counts.Words < FewestWords || counts.Sentences == 0)
        {
            return;
        }

        double perSentence = (double)counts.Words / counts.Sentences, perWord = (double)counts.Syllables / counts.Words;
        double letters = (double)counts.Letters / counts.Words, hard = (double)counts.Hard / counts.Words;
        FleschReadingEase = 206.835 - (1.015 * perSentence) - (84.6 * perWord);
        FleschKincaidGrade = (0.39 * perSentence) + (11.8 * perWord) - 15.59;
        GunningFog = 0.4 * (perSentence + (100 * hard));
        ColemanLiau = (0.0588 * 100 * letters) - (0.296 * 100 / perSentence) - 15.8;
        AutomatedReadability = (4.71 * letters) + (0.5 * perSentence) - 21.43;
        Lix = perSentence + (100.0 * counts.Long / counts.Words);
        Smog = counts.Sentences >= FewestSentencesForSmog
            ? (1.0430 * Math.Sqrt(counts.Hard * 30.0 / counts.Sentences)) + 3.1291
            : null;
    }

    /// <summary>How many words it has.</summary>
    public int Words { get; }

    /// <summary>How many sentences.</summary>
    public int Sentences { get; }

    /// <summary>Whether the text is too short for any formula to hold.</summary>
    public bool TooShort => FleschReadingEase is null;

    /// <summary>Flesch 1948: about 0 (hard) to 100 (easy).</summary>
    public double? FleschReadingEase { get; }

    /// <summary>Kincaid and others 1975: years of school in the United States.</summary>
    public double? FleschKincaidGrade { get; }

    /// <summary>Gunning 1952, as years of school; names and endings count as any word.</summary>
    public double? GunningFog { get; }

    /// <summary>Coleman and Liau 1975, as years of school.</summary>
    public double? ColemanLiau { get; }

    /// <summary>Smith and Senter 1967, as years of school.</summary>
    public double? AutomatedReadability { get; }

    /// <summary>Björnsson 1968: below 30 very easy, above 60 very hard.</summary>
    public double? Lix { get; }

    /// <summary>McLaughlin 1969, as years of school; standard error 1.5.</summary>
    public double? Smog { get; }

    /// <summary>Measures a text. Linear in it.</summary>
    /// <param name="text">The text; a line's end ends a sentence.</param>
    public static Readability Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var counts = new Counts { Sentences = Text.Sentences.Find(text).Count(sentence => text.AsSpan(sentence).ContainsAnyInRange('A', 'z')) };
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n-–—/"))
        {
            Count(text.AsSpan(range).Trim(".,;:!?…\"'“”‘’()[]"), ref counts);
        }

        return new Readability(counts);
    }

    private static void Count(ReadOnlySpan<char> word, ref Counts counts)
    {
        var letters = 0;
        foreach (var letter in word)
        {
            letters += char.IsLetterOrDigit(letter) ? 1 : 0;
        }

        if (letters == 0)
        {
            return;
        }

        var syllables = Syllables.Of(word);
        counts.Words++;
        counts.Letters += letters;
        counts.Syllables += syllables;
        counts.Hard += syllables >= HardWord ? 1 : 0;
        counts.Long += letters >= LongWord ? 1 : 0;
    }

    private struct Counts
    {
        public int Words;
        public int Sentences;
        public int Letters;
        public int Syllables;
        public int Hard;
        public int Long;
    }
}
