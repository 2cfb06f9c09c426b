namespace Comms.Core.Text;

/// <summary>
/// How long a text takes to read in silence. Source: Brysbaert 2019, "How many words do we read per minute?", a review of
/// 190 studies with 18,573 people: 238 words a minute for non-fiction in English; most adults lie between 175 and 300.
/// </summary>
public static class ReadingTime
{
    /// <summary>Words a minute of an average adult, from the review above.</summary>
    public const int WordsPerMinute = 238;

    /// <summary>The time to read a text.</summary>
    /// <param name="text">The text as the reader sees it, headings and links included.</param>
    /// <param name="wordsPerMinute">The reader's speed, 1 or more. Default: 238; 175 suits almost everyone.</param>
    public static TimeSpan Of(ReadOnlySpan<char> text, int wordsPerMinute = WordsPerMinute)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wordsPerMinute, 1);
        return TimeSpan.FromTicks(Words(text) * TimeSpan.TicksPerMinute / wordsPerMinute);
    }

    /// <summary>How many words a text has: runs between white space that hold a letter or digit.</summary>
    /// <param name="text">Any text.</param>
    public static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var counted = false;
        foreach (var each in text)
        {
            if (char.IsWhiteSpace(each))
            {
                counted = false;
            }
            else if (!counted && char.IsLetterOrDigit(each))
            {
                counted = true;
                words++;
            }
        }

        return words;
    }
}
