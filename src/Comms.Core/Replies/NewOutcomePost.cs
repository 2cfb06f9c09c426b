using Comms.Core.Authoring;

namespace Comms.Core.Replies;

/// <summary>A post that tells what came of a concern.</summary>
public sealed record NewOutcomePost
{
    /// <summary>The concern, by id.</summary>
    public required string Concern { get; init; }

    /// <summary>The accounts it is for; at least one.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>The words; null for “You said: … We did: …”, which is in English.</summary>
    public string? Text { get; init; }

    /// <summary>The same in another language, approved with it; null for none.</summary>
    public PairedText? Pair { get; init; }

    /// <summary>The language of the words as a BCP 47 tag. Default: <c>en</c>.</summary>
    public string Language { get; init; } = "en";
}
