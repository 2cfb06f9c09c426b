using Comms.Core;
using Comms.Core.Authoring;
using Comms.Core.Calendars;
using Comms.Core.Governance;
using CommsDesk.Configuration;
using CommsDesk.Input;

namespace CommsDesk.Demo;

/// <summary>Plays the plan of the week on the real engine, with a clock that is moved from one moment to the next.</summary>
internal sealed class WeekPlayer(Desk desk, WeekClock clock, SeedWeek week, PostDesk posts, Action<string> tell)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.Ordinal);

    public DateTimeOffset Ends => Instant(week.Plan.Ends);

    public async Task PlayAsync(Action<double> progress, CancellationToken cancel)
    {
        var start = Instant(week.Plan.Starts);
        var total = (Ends - start).TotalMinutes;
        var steps = new Queue<WeekStep>(week.Plan.Steps);
        for (var now = start; now <= Ends; now += Tick)
        {
            while (steps.TryPeek(out var step) && Instant(step.At) <= now)
            {
                clock.MoveTo(Instant(step.At));
                await TakeAsync(steps.Dequeue(), cancel);
            }

            clock.MoveTo(now);
            await RunAsync(cancel);
            progress((now - start).TotalMinutes / total);
        }
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        RunReport report;
        do
        {
            report = await desk.Engine.RunDueAsync(cancel);
            foreach (var fault in report.Faults)
            {
                tell(fault);
            }
        }
        while (!report.Idle);
    }

    private async Task TakeAsync(WeekStep step, CancellationToken cancel)
    {
        var actor = desk.Config.Actors.Single(known => known.Id == step.As);
        var refusals = step.Do switch
        {
            "draft" => await DraftAsync(step, actor, cancel),
            "approve" => (await desk.Engine.Approval.ApproveAsync(_drafts[step.Key], actor, cancel)).Against,
            "reject" => (await desk.Engine.Approval.RejectAsync(_drafts[step.Key], actor, step.Reason!, cancel)).Against,
            "schedule" => await ScheduleAsync(step, actor, cancel),
            _ => throw new InvalidOperationException($"The plan asks to {step.Do}."),
        };
        var outcome = refusals.Count > 0 ? $" – refused: {string.Join("; ", refusals)}" : step.Do == "reject" ? $" – {step.Reason}" : "";
        tell(FormattableString.Invariant($"{step.At:ddd d MMM HH:mm}  {step.As} {step.Do} {step.Key}{outcome}"));
    }

    private async Task<IReadOnlyList<string>> DraftAsync(WeekStep step, Actor author, CancellationToken cancel)
    {
        switch (await posts.DraftAsync(week.Posts[step.Key], author, cancel))
        {
            case DraftResult.Added added:
                _drafts[step.Key] = added.Draft;
                return added.Draft.Faults;
            case DraftResult.Refused refused:
                return refused.Reasons;
            default:
                return ["it was there before"];
        }
    }

    private async Task<IReadOnlyList<string>> ScheduleAsync(WeekStep step, Actor publisher, CancellationToken cancel)
    {
        var row = week.Posts[step.Key];
        return await desk.Engine.Approval.FindAsync(_drafts[step.Key].Id, cancel) is { } approved
            ? await posts.ScheduleAsync(approved, WallTime.Parse(row.At!) with { Lateness = row.Lateness }, publisher, cancel)
            : ["nobody has approved it"];
    }

    private DateTimeOffset Instant(DateTime local) => Zones.Resolve(local, week.Plan.Zone).Instant;
}
