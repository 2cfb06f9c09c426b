using Comms.Core.Channels;

namespace Comms.Core.Authoring;

/// <summary>
/// The same post in another language, approved with it. On each account it stands before it, as the first of a thread, or
/// above it in the one post where there are no threads, or else on an account of its own; while it does not stand, the other
/// half waits.
/// </summary>
public sealed record PairedText
{
    /// <summary>The words for every account that has no variant of its own.</summary>
    public required string Text { get; init; }

    /// <summary>The language as a BCP 47 tag. Default: <c>cy</c>.</summary>
    public string Language { get; init; } = "cy";

    /// <summary>The content warning of these words; there is one exactly where the other half has one. Null for none.</summary>
    public string? Warning { get; init; }

    /// <summary>Other words for some accounts, by the id of the account where they stand. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Where it stands instead, by account id: for a team that keeps an account for each language. Two accounts may share one;
    /// none may be one of the post's own, nor reach each reader apart (<see cref="IRecipients"/>). Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it stands when the other half stands on an account.</summary>
    internal string PlaceOn(string account) => Accounts.GetValueOrDefault(account, account);

    /// <summary>The words of both halves as one text, the first above the other; where there is one half, its words.</summary>
    internal static string Whole(string? first, string text) => first is null ? text : $"{first}\n\n{text}";
}
