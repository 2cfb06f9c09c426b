namespace Comms.Core.Cases;

/// <summary>A time in which the clock of a duty stands still: whoever wrote was asked what they want, and has not said yet.</summary>
/// <param name="Duty">The duty, as <see cref="CaseObligation.Key"/> names it.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Asked">When they were asked.</param>
/// <param name="How">How, as “by e-mail”; never the words themselves.</param>
public sealed record CasePause(string Duty, string By, DateTimeOffset Asked, string How)
{
    /// <summary>When they said what they want; null while the clock stands still.</summary>
    public DateTimeOffset? Told { get; init; }

    /// <summary>The last day of the duty from then on; null while the clock stands still.</summary>
    public DateOnly? Due { get; init; }
}
