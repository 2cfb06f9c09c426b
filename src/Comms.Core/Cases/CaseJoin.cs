using Comms.Core.Governance;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>Joins cases of one matter, and splits them again. Pure.</summary>
internal static class CaseJoin
{
    /// <summary>Why two cases may not be joined; null when they may.</summary>
    public static string? Against(string id, CaseRecord from, string intoId, CaseRecord into) =>
        id == intoId ? "a case cannot be joined to itself"
        : from.JoinedTo is { } other ? $"it was joined to {other}: split it first"
        : into.JoinedTo is { } another ? $"{intoId} was joined to {another}: join it to that"
        : from.Joined.Count > 0 ? "others were joined to it: split them first, or join the other way round"
        : !(from.RestrictedTo ?? []).SequenceEqual(into.RestrictedTo ?? []) ? "one of them is restricted otherwise than the other: restrict both alike first"
        : from.Enquiry is not null && into.Enquiry is not null ? "each has an enquiry of its own in the media log"
        : from.Response is { } mine && into.Response is { } its && mine.Consultation != its.Consultation ? "they answer different consultations"
        : from.State == CaseState.Closed || into.State == CaseState.Closed ? "one of them is closed: reopen it first"
        : null;

    /// <summary>The case that goes on, with all that the other asks for.</summary>
    public static CaseRecord Into(CaseRecord into, string id, CaseRecord from)
    {
        string[] messages = [.. from.Messages.Except(into.Messages, StringComparer.Ordinal)];
        Obligation[] obligations = [.. from.Obligations.ExceptBy(into.Obligations.Select(CaseObligation.KeyOf), CaseObligation.KeyOf, StringComparer.Ordinal)];
        var brought = Keys(obligations);
        return (into with
        {
            Messages = [.. into.Messages, .. messages],
            Enquiry = into.Enquiry ?? from.Enquiry,
            Response = into.Response is { } its ? its with { Questions = [.. its.Questions.Union(from.Response?.Questions ?? [], StringComparer.Ordinal)] } : from.Response,
            Obligations = [.. into.Obligations, .. obligations],
            Acts = [.. into.Acts, .. from.Acts],
            Pauses = [.. into.Pauses, .. from.Pauses.Where(pause => brought.Contains(pause.Duty))],
            Joined = [.. into.Joined, new JoinedCase(id, messages, obligations)],
        }).Telling([.. from.AlsoTold, from.Team]).Pressing(from.Urgency, from.Priority, from.Flags, from.Because);
    }

    /// <summary>The case that goes on with what its writer wrote again: one that was answered no longer is.</summary>
    public static CaseRecord Going(CaseRecord into, string id, CaseRecord from, DateTimeOffset at)
    {
        var whole = Into(into, id, from);
        return whole with
        {
            State = whole.State == CaseState.Answered ? CaseState.Reopened : whole.State,
            Notes = [.. whole.Notes, new CaseNote(Actor.Engine.Id, at, $"they wrote again in their thread: {string.Join(", ", from.Messages)}")],
        };
    }

    /// <summary>The case that went on, without what it had from the other alone. What made it pressing stays, an enquiry and a response: a person may have seen it so.</summary>
    public static CaseRecord Without(CaseRecord into, JoinedCase joined)
    {
        var brought = Keys(joined.Obligations);
        return into with
        {
            Messages = [.. into.Messages.Except(joined.Messages, StringComparer.Ordinal)],
            Obligations = [.. into.Obligations.ExceptBy(brought, CaseObligation.KeyOf, StringComparer.Ordinal)],
            Pauses = [.. into.Pauses.Where(pause => !brought.Contains(pause.Duty))],
            Joined = [.. into.Joined.Where(one => one.Id != joined.Id)],
        };
    }

    /// <summary>The other as it stood, with what was done for its duties meanwhile, and how their clocks stood still.</summary>
    public static CaseRecord Apart(CaseRecord other, CaseRecord into)
    {
        var duties = Keys(other.Obligations);
        var done = into.Acts.Where(act => act.Ended.Any(duties.Contains));
        return other with
        {
            JoinedTo = null,
            Pauses = [.. into.Pauses.Where(pause => duties.Contains(pause.Duty)).UnionBy(other.Pauses, pause => (pause.Duty, pause.Asked)).OrderBy(pause => pause.Asked)],
            Acts = [.. other.Acts.UnionBy(done, act => (act.Name, act.By, act.At, act.How))],
        };
    }

    private static HashSet<string> Keys(IEnumerable<Obligation> duties) => duties.Select(CaseObligation.KeyOf).ToHashSet(StringComparer.Ordinal);
}
