namespace Comms.Core.Triage.Signals;

/// <summary>What it means that a phrase was met: the label it speaks for, and how.</summary>
/// <param name="Label">As <c>flag:threat</c>, <c>kind:foi</c>, <c>service:maternity</c>, <c>place:ward</c>.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Urgency">How soon someone must act because of it; null when the label's own urgency holds.</param>
/// <param name="Denied">Whether "not" before it takes it back: "no complaints" is none, "not going to kill myself" is still a matter for a person.</param>
/// <param name="Excuses">The label that this phrase takes back where it overlaps: "killing it" excuses a threat; null for a phrase that speaks for its label.</param>
internal sealed record Signal(string Label, float Confidence, Urgency? Urgency, bool Denied, string? Excuses);

/// <summary>A signal met in a text, by place of its first and last token.</summary>
internal struct SignalMatch
{
    public int Signal;
    public int Start;
    public int End;
    public bool Excused;
}
