namespace Comms.Core.Replies;

/// <summary>What came of a concern, in the words that were approved.</summary>
/// <param name="Language">As a BCP 47 tag.</param>
/// <param name="Text">The words.</param>
/// <param name="ApprovedAt">When they were approved.</param>
internal sealed record ToldWords(string Language, string Text, DateTimeOffset ApprovedAt)
{
    /// <summary>The words for who wrote in a language; those in another where there are none: the rules of replies say whether they may stand.</summary>
    public static ToldWords For(string language, IReadOnlyList<ToldWords> all) =>
        all.FirstOrDefault(words => ReplyRules.IsWelsh(words.Language) == ReplyRules.IsWelsh(language)) ?? all[0];
}
