using Comms.Core.Channels;

namespace Comms.Core.Engagement;

/// <summary>One turn towards the other that asks for an answer, the account's or the team's, and whether it has one.</summary>
internal readonly record struct Turn(DateTimeOffset At, bool ByTeam, bool Answered)
{
    /// <summary>Whether an act asks for an answer.</summary>
    public static bool Asks(Act act) => act is Act.Reply or Act.Mention or Act.Quote or Act.Comment;

    /// <summary>
    /// The turns of both sides, oldest first. The account answers the newest turn of the team that is not answered yet and
    /// not older than the time allowed, by any act but a like: one act answers one turn, so that talking much answers no more
    /// than was asked.
    /// </summary>
    /// <param name="theirs">The account's acts, oldest first.</param>
    /// <param name="ours">The team's acts towards it, oldest first. Its answers ask for nothing.</param>
    /// <param name="within">How long a turn of the team waits for an answer.</param>
    public static Turn[] Of(IReadOnlyList<Interaction> theirs, IReadOnlyList<Interaction> ours, TimeSpan within)
    {
        DateTimeOffset[] asked = [.. ours.Where(act => act.Act != Act.Reply && Asks(act.Act)).Select(act => act.At)];
        var answered = HaveAnswers(asked, theirs, within);
        return
        [
            .. theirs.Where(act => Asks(act.Act)).Select(act => new Turn(act.At, ByTeam: false, act.Answered))
                .Concat(asked.Zip(answered, (at, has) => new Turn(at, ByTeam: true, has)))
                .OrderBy(turn => turn.At), // A stable order: at one instant theirs stands first.
        ];
    }

    private static bool[] HaveAnswers(DateTimeOffset[] asked, IReadOnlyList<Interaction> theirs, TimeSpan within)
    {
        var answered = new bool[asked.Length];
        var open = new Stack<int>();
        var next = 0;
        foreach (var act in theirs.Where(act => act.Act != Act.Like))
        {
            for (; next < asked.Length && asked[next] < act.At; next++)
            {
                open.Push(next);
            }

            if (open.TryPeek(out var newest) && act.At - asked[newest] <= within)
            {
                answered[open.Pop()] = true;
            }
        }

        return answered;
    }
}
