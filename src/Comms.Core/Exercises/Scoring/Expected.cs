using Comms.Core.Exercises.Playing;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Publishing;

namespace Comms.Core.Exercises.Scoring;

/// <summary>An expectation while it is played: when its time began, and what was seen so far.</summary>
internal sealed class Expected(ExpectationFile of, string? caseKey)
{
    private static readonly string Everything = HoldScope.All.Key.ToString();
    private readonly HashSet<string> _accounts = [.. of.Publish?.Accounts ?? []];

    public ExpectationFile Of { get; } = of;

    public DateTimeOffset? Opened { get; private set; }

    public DateTimeOffset? Met { get; private set; }

    public DateTimeOffset? Missed { get; private set; }

    public bool IsOpen => Opened is not null && Met is null && Missed is null;

    public void Open(DateTimeOffset at) => Opened ??= at;

    public void MeetAt(DateTimeOffset at) => Met ??= at;

    /// <summary>Its time is over. Silence was kept if nothing broke it; whatever else was not done is missed.</summary>
    public void Close(DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return;
        }

        if (Of.Silence is not null)
        {
            Met = at;
        }
        else
        {
            Missed = at;
        }
    }

    /// <summary>Takes in what the players did.</summary>
    public void See(Fact fact)
    {
        if (!IsOpen || fact.At < Opened)
        {
            return;
        }

        switch (fact)
        {
            case Fact.Post post when Of.Silence is { } words && words.Any(post.Says):
                Missed = fact.At;
                break;
            case Fact.Post post when Of.Publish is { } publish && publish.Says.All(post.Says):
                _accounts.Remove(post.Account);
                Met = _accounts.Count == 0 ? fact.At : null;
                break;
            case Fact.Done { Act: "hold" } done when Of.Hold is true && done.Subject == Everything:
            case Fact.Done deed when Of.Case is { } wanted && deed.Subject == caseKey && deed.Act == ActOf(wanted.Is):
                Met = fact.At;
                break;
        }
    }

    private static string ActOf(CaseDeed deed) => $"{deed.ToString().ToLowerInvariant()}-case";
}
