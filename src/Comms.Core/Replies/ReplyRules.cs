using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.Replies;

/// <summary>What a reply may not do, by the dated rules of <c>seeds/rules/replies.json</c>.</summary>
internal sealed record ReplyRules
{
    private const string Welsh = "cy";

    private static readonly Lazy<ReplyRules> LazyShipped = new(() => TextData.Read("rules/replies.json", ReplyRulesJson.Default.ReplyRules));

    public static ReplyRules Shipped => LazyShipped.Value;

    /// <summary>Flags of messages by someone who has lost someone.</summary>
    public required HashSet<string> Bereaved { get; init; }

    public required IReadOnlyList<string> Surveys { get; init; }

    public required IReadOnlyList<string> Cheer { get; init; }

    /// <summary>How it is told what came of a concern, in English, with <c>{said}</c> and <c>{did}</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why these words do not answer that message; empty when they may.</summary>
    public IEnumerable<string> Against(string text, string language, TriageFindings findings)
    {
        if (IsWelsh(findings.Language) && !IsWelsh(language))
        {
            yield return "it was written in Welsh: answer in Welsh";
        }

        if (!findings.Flags.Any(Bereaved.Contains))
        {
            yield break;
        }

        var words = Words(text);
        foreach (var survey in Surveys.Where(survey => words.Contains(Words(survey), StringComparison.Ordinal)))
        {
            yield return $"a bereaved person is asked for nothing: “{survey}”";
        }

        foreach (var cheer in Cheer.Where(cheer => words.Contains(Words(cheer), StringComparison.Ordinal)))
        {
            yield return $"a bereaved person is not cheered at: “{cheer}”";
        }

        if (text.Contains('!', StringComparison.Ordinal))
        {
            yield return "a bereaved person is not cheered at: an exclamation mark";
        }

        if (HasEmoji(text))
        {
            yield return "a bereaved person gets no emoji";
        }
    }

    public static bool IsWelsh(string language) => LanguageTag.Same(language, Welsh);

    private static bool HasEmoji(string text)
    {
        var graphemes = StringInfo.GetTextElementEnumerator(text);
        while (graphemes.MoveNext())
        {
            if (Emoji.Is(graphemes.GetTextElement()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The letters and digits in small, with one space around each word.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var letter in text)
        {
            _ = char.IsLetterOrDigit(letter) ? words.Append(char.ToLowerInvariant(letter))
                : words[^1] == ' ' || letter is '\'' or '’' ? words
                : words.Append(' ');
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplyRules))]
internal sealed partial class ReplyRulesJson : JsonSerializerContext;
