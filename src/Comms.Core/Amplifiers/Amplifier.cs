using Comms.Core.Ledger;

namespace Comms.Core.Amplifiers;

/// <summary>A colleague who agreed to help spread facts, or did. Immutable; only <see cref="AmplifierDesk"/> makes one.</summary>
public sealed class Amplifier
{
    internal Amplifier(string id, AmplifierRecord body)
    {
        Id = id;
        Body = body;
    }

    /// <summary>Their id here, which tells nobody who they are.</summary>
    public string Id { get; }

    /// <summary>Who they are in the host's directory; empty once they withdrew.</summary>
    public string Person => Body.Person;

    /// <summary>How they want to be named; empty once they withdrew.</summary>
    public string Name => Body.Name;

    /// <summary>Their team's id.</summary>
    public string Team => Body.Team;

    /// <summary>Their own accounts; empty once they withdrew.</summary>
    public IReadOnlyList<string> Handles => Body.Handles;

    /// <summary>Whether their own good work may be named in a round-up.</summary>
    public bool MayBeCelebrated => Body.MayBeCelebrated;

    /// <summary>When they agreed.</summary>
    public DateTimeOffset AgreedAt => Body.AgreedAt;

    /// <summary>Who recorded it.</summary>
    public string RecordedBy => Body.RecordedBy;

    /// <summary>When they took it back; null while they help.</summary>
    public DateTimeOffset? WithdrawnAt => Body.WithdrawnAt;

    /// <summary>What they shared. Where it stands is forgotten once they withdrew; how often and how far it reached is not.</summary>
    public IReadOnlyList<AmplifierShare> Shares => Body.Shares;

    /// <summary>Their own good work; empty once they withdrew.</summary>
    public IReadOnlyList<AmplifierWork> Work => Body.Work;

    internal AmplifierRecord Body { get; }

    internal static Amplifier Open(LedgerRecord record) => new(record.Key.Id, AmplifierRecord.Open(record));
}

/// <summary>A fact that an amplifier passed on.</summary>
/// <param name="Post">The post of ours, by id.</param>
/// <param name="Url">Where it stands; empty once they withdrew.</param>
/// <param name="Reached">How many people saw it, as they told; null when they did not.</param>
/// <param name="At">When it was recorded.</param>
public sealed record AmplifierShare(string Post, string Url, long? Reached, DateTimeOffset At);

/// <summary>Something good that a colleague did online of their own.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="At">When it was recorded.</param>
public sealed record AmplifierWork(string Title, string Url, DateTimeOffset At);
