namespace Comms.Core.Engagement.Live;

/// <summary>What is kept of one account beside its acts.</summary>
internal struct LiveAccount
{
    /// <summary>Its name; null when the place is free.</summary>
    public string? Name;

    /// <summary>Its kind, as its newest act told.</summary>
    public string Kind;

    /// <summary>The instant of its newest act, in UTC ticks.</summary>
    public long Newest;

    /// <summary>The instant of the team's newest act towards it, in UTC ticks; 0 when there is none.</summary>
    public long NewestOfTeam;

    /// <summary>The worth of the acts of <see cref="Week"/> that the team answered.</summary>
    public double Answered;

    /// <summary>The worth of those that it did not.</summary>
    public double Unanswered;

    /// <summary>How many acts are its own, or towards it: when there is none left, it is forgotten.</summary>
    public int Held;

    /// <summary>Where its newest act, or the team's towards it, stands in <see cref="HeadWeek"/>.</summary>
    public int Head;

    public short HeadWeek;

    /// <summary>The week of its newest act of its own; <see cref="LiveWindow.Gone"/> when it has none.</summary>
    public short Week;

    /// <summary>Whether it was there when whom each account brings was counted last.</summary>
    public bool Counted;

    /// <summary>Whether it agreed to be named, as its newest act told.</summary>
    public bool Agreed;
}
