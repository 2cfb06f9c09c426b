using Comms.Core.Ledger;

namespace Comms.Core.Governance.LegalHolds;

/// <summary>What must be kept whoever asks for its erasure: for an inquiry, an information request or a claim.</summary>
public sealed record NewLegalHold
{
    /// <summary>The hold's name, as a file's number; the same name is the same hold.</summary>
    public required string Key { get; init; }

    /// <summary>Why, naming nobody; not blank.</summary>
    public required string Reason { get; init; }

    /// <summary>Who sees to it: a role or a team; not blank.</summary>
    public required string Owner { get; init; }

    /// <summary>When to look again whether it is needed. It does not end by itself.</summary>
    public required DateOnly ReviewOn { get; init; }

    /// <summary>Messages, by id. Default: none.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Everything that some accounts wrote or will write, as <c>@user@host</c>, whatever the case. Default: nobody's.</summary>
    public IReadOnlyList<string> Writers { get; init; } = [];

    /// <summary>Everything written from this instant on, whoever wrote it; null for no such span, or for its beginning where <see cref="To"/> is set.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Everything written before this instant; null for no end.</summary>
    public DateTimeOffset? To { get; init; }

    /// <exception cref="ArgumentException">It has no name, reason or owner, it keeps nothing, or its span ends before it begins.</exception>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Key);
        RecordKey.CheckName(Key, nameof(Key));
        ArgumentException.ThrowIfNullOrWhiteSpace(Reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(Owner);
        if (Messages.Count == 0 && Writers.Count == 0 && From is null && To is null)
        {
            throw new ArgumentException("A legal hold keeps messages, what some accounts wrote, or what was written in a span of time.", nameof(Messages));
        }

        if (Messages.Concat(Writers).Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("A message or an account is blank.", nameof(Messages));
        }

        if (To <= From)
        {
            throw new ArgumentException("The span ends before it begins.", nameof(To));
        }
    }
}
