using Comms.Core.Channels;
using Comms.Core.KillHost;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>How the board meets the first request that would post; the second is taken well, but for a replay of some.</summary>
internal enum Answer
{
    Well,
    AcceptsThenDrops,
    DropsUnread,
    AcceptsThen504,
    AcceptsThenCutsShort,
    AcceptsThenIsSlow,
    AcceptsThenFailsReplays,
    AcceptsThenNamesADeadLink,
    TooManyWithoutRetryAfter,
    Unauthorised,
}

/// <summary>One kill: a post of its own on an account of its own, the step at which its host dies, and how the board answers.</summary>
internal sealed record KillRun(int Number, IdempotencyClass Idempotency, Step Step, Answer Answer)
{
    private static readonly IdempotencyClass[] Classes = Enum.GetValues<IdempotencyClass>();
    private static readonly Step[] Steps = [.. Enum.GetValues<Step>().Where(step => step != Step.None)];
    private static readonly Answer[] Answers = Enum.GetValues<Answer>();

    /// <summary>Every step with every class and every answer.</summary>
    public static int All => Steps.Length * Classes.Length * Answers.Length;

    public string Account => $"{Idempotency}-{Number}";

    /// <summary>Whether a repeat is answered no better than the first request.</summary>
    public bool FailsReplays => Answer is Answer.AcceptsThenFailsReplays or Answer.AcceptsThenNamesADeadLink;

    public string Text => $"Notice {Number}.";

    /// <summary>
    /// So many runs, spread over all there are: the same number gives the same runs. The stride shares no factor with their
    /// count, so that none comes twice before each has come once.
    /// </summary>
    public static IEnumerable<KillRun> Spread(int count, int first)
    {
        const int Stride = 251;
        for (var number = first; number < first + count; number++)
        {
            var at = (int)((long)number * Stride % All);
            yield return new KillRun(number, Classes[at % Classes.Length], Steps[at / Classes.Length % Steps.Length], Answers[at / (Classes.Length * Steps.Length)]);
        }
    }
}
