using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Scheduling;

namespace Comms.Core.AotSmoke;

/// <summary>One post out and one message back, on any ledger.</summary>
internal sealed class Loop
{
    private static readonly Actor Writer = new("writer", ["author"]);
    private static readonly Actor Approver = new("approver", ["approver", "publisher"]);
    private readonly InMemoryChannel page = new("page");
    private readonly InMemorySource survey = new("survey");
    private readonly string name;
    private readonly SetClock clock;
    private readonly TextWriter output;
    private readonly CommsEngine comms;
    private bool passed = true;

    public Loop(string name, SetClock clock, ILedger ledger, IMediaStore media, TextWriter output)
    {
        this.name = name;
        this.clock = clock;
        this.output = output;
        comms = new CommsBuilder().UseClock(clock).UseLedger(ledger, media).AddChannel(page).AddSource(survey).Build();
    }

    public async Task<bool> RunAsync()
    {
        await PublishAsync();
        await HearAsync();
        var audit = await comms.Audit.VerifyAsync();
        Say("audit", audit.Broken is null && audit.Links > 0, $"{audit.Links} links");
        return passed;
    }

    private async Task PublishAsync()
    {
        var drafted = await comms.Authoring.AddAsync(new NewDraft { Text = "The clinic opens at nine.", Accounts = ["page"] }, Writer);
        Say("draft", drafted is DraftResult.Added, drafted.GetType().Name);
        var draft = ((DraftResult.Added)drafted).Draft;

        var forged = await comms.Approval.ApproveAsync(draft, Writer);
        Say("four eyes", forged is ApprovalResult.Refused, forged.GetType().Name);
        var decided = await comms.Approval.ApproveAsync(draft, Approver);
        Say("approve", decided is ApprovalResult.Approved, decided.GetType().Name);

        var request = new ScheduleRequest { Local = new DateTime(2026, 11, 23, 9, 0, 0) };
        var planned = comms.Scheduling.Schedule(((ApprovalResult.Approved)decided).Post, request, Approver);
        Say("schedule", planned is ScheduleResult.Scheduled, planned.GetType().Name);
        var post = ((ScheduleResult.Scheduled)planned).Post;
        Say("accept", await comms.Publishing.AcceptAsync(post), post.Id);

        var early = await comms.RunDueAsync();
        Say("not before its time", early.Idle && page.Posts.Count == 0, $"{page.Posts.Count} posts");
        clock.MoveTo(post.When.Instant);
        var due = await comms.RunDueAsync();
        await comms.RunDueAsync();
        Say("publish once", due.Publishing.Published == 1 && page.Posts is [{ Text: "The clinic opens at nine." }], $"{page.Posts.Count} posts");
    }

    private async Task HearAsync()
    {
        survey.Add(new SourceEvent.Posted(new SourceItem { Id = "1", Text = "I could not park and missed my appointment.", At = clock.GetUtcNow() }));
        var run = await comms.RunDueAsync();
        Say("listen", run.Listening.Heard == 1, $"{run.Listening.Heard} heard");
        Say("triage", run.Triage.Counted == 1 && !run.Faults.Any(), string.Join("; ", run.Faults));
        await foreach (var triaged in comms.Triage.ListAsync())
        {
            Say("route", triaged.Findings.Routes.Count > 0, string.Join(", ", triaged.Findings.Routes.Select(route => route.Team)));
        }

        Say("cases", run.Cases.Done == 1, $"{run.Cases.Counted} opened");
    }

    private void Say(string stage, bool holds, string what)
    {
        passed &= holds;
        output.WriteLine($"{name}: {stage}: {(holds ? "ok" : "FAILED")} ({what})");
    }
}
