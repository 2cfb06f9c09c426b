namespace Comms.Core.Governance.Delegations;

/// <summary>Roles that someone lends while they are away.</summary>
public sealed record NewDelegation
{
    /// <summary>Who stands in.</summary>
    public required string To { get; init; }

    /// <summary>Which of the lender's own roles; at least one.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>From when; null for now. Default: null.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when, at most a year after its beginning: none is without an end.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Why, as “on leave”; not blank.</summary>
    public required string Reason { get; init; }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(To);
        ArgumentException.ThrowIfNullOrWhiteSpace(Reason);
        ArgumentOutOfRangeException.ThrowIfZero(Roles.Count, nameof(Roles));
    }
}
