namespace Comms.Core.Replies;

/// <summary>What someone would answer.</summary>
public sealed record NewReply
{
    /// <summary>The case in which it is answered.</summary>
    public required string Case { get; init; }

    /// <summary>The words, by hand or of a suggested answer.</summary>
    public required string Text { get; init; }

    /// <summary>The message of the case that is answered; null for the last that still stands.</summary>
    public string? Message { get; init; }

    /// <summary>The language of the words as a BCP 47 tag. Default: <c>en</c>.</summary>
    public string Language { get; init; } = "en";
}
