namespace Comms.Core.Approval.Kits;

/// <summary>What a consultation tells the public. What is still empty stands in the way of a post.</summary>
public sealed record KitConsultation
{
    /// <summary>What is proposed. Default: empty, while nobody has written it.</summary>
    public string Proposal { get; init; } = "";

    /// <summary>The first day on which answers are taken.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which answers are taken; not before the first.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The facts that people need to judge it; at least one. Default: none.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The ways to answer, as “on paper at any library”; at least one. Default: none.</summary>
    public IReadOnlyList<string> HowToAnswer { get; init; } = [];

    /// <summary>Where concerns go that are raised, and what becomes of them. Default: empty, while nobody has written it.</summary>
    public string ConcernsGoTo { get; init; } = "";

    internal IEnumerable<string> Gaps() =>
    [
        .. string.IsNullOrWhiteSpace(Proposal) ? ["the consultation does not say what is proposed"] : Array.Empty<string>(),
        .. Facts.All(string.IsNullOrWhiteSpace) ? ["the consultation gives no facts"] : Array.Empty<string>(),
        .. HowToAnswer.All(string.IsNullOrWhiteSpace) ? ["the consultation does not say how to answer"] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(ConcernsGoTo) ? ["the consultation does not say where concerns go"] : Array.Empty<string>(),
    ];
}
