namespace Comms.Core.Authoring;

/// <summary>
/// The same post in another language, approved with it. On each account it stands before it, as the first of a thread, or
/// above it in the one post where there are no threads; while it does not stand, the other half waits.
/// </summary>
public sealed record PairedText
{
    /// <summary>The words for every account that has no variant of its own.</summary>
    public required string Text { get; init; }

    /// <summary>The language as a BCP 47 tag. Default: <c>cy</c>.</summary>
    public string Language { get; init; } = "cy";

    /// <summary>Other words for some accounts, by account id. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    /// <summary>The words of both halves as one text, the first above the other; where there is one half, its words.</summary>
    internal static string Whole(string? first, string text) => first is null ? text : $"{first}\n\n{text}";
}
