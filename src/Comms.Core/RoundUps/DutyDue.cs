namespace Comms.Core.RoundUps;

/// <summary>A duty that is open, as an edition tells of it.</summary>
/// <param name="Act">What must be done: <c>answer</c> or <c>acknowledge</c>.</param>
/// <param name="Rule">The rule's id in the dated data.</param>
/// <param name="Due">The last day.</param>
/// <param name="Team">The id of the team that owns it.</param>
public sealed record DutyDue(string Act, string Rule, DateOnly Due, string Team);
