namespace Comms.Core.Authoring;

/// <summary>A text to look at, with what stands for its pictures.</summary>
public sealed record StyleText
{
    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>The alternative text of each picture, in order; null where there is none. Default: no pictures.</summary>
    public IReadOnlyList<string?> AltTexts { get; init; } = [];
}
