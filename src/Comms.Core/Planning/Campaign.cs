namespace Comms.Core.Planning;

/// <summary>Posts of some days that belong together under a hashtag.</summary>
public sealed record Campaign
{
    /// <summary>The hashtag with its sign, as the posts carry it.</summary>
    public required string Hashtag { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What it is to achieve, in a line; null for not said.</summary>
    public string? Aim { get; init; }
}
