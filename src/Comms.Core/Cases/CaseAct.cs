namespace Comms.Core.Cases;

/// <summary>Something that was done in a case, as a duty may ask for it.</summary>
/// <param name="Name">What: <c>acknowledge</c> or <c>answer</c>, as <see cref="Triage.Obligation.Act"/> names it.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When it was done, which may be before it was recorded.</param>
/// <param name="How">How, as “by letter”; never the words themselves.</param>
public sealed record CaseAct(string Name, string By, DateTimeOffset At, string How)
{
    /// <summary>The duties that it ended, as <see cref="CaseObligation.Key"/> names them.</summary>
    public IReadOnlyList<string> Ended { get; init; } = [];
}
