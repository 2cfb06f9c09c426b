namespace Comms.Core.Reshares;

/// <summary>What someone would pass on.</summary>
public sealed record NewReshare
{
    /// <summary>The message that was heard.</summary>
    public required string Message { get; init; }

    /// <summary>The accounts it is for; at least one.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>The team's own words above it; empty to pass it on as it is. Default: empty.</summary>
    public string Words { get; init; } = "";

    /// <summary>The language of the words as a BCP 47 tag. Default: <c>en</c>.</summary>
    public string Language { get; init; } = "en";
}
