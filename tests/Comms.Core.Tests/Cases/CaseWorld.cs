using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>An engine with a source, a ledger in memory and a clock that stands, and people who write to it.</summary>
internal sealed class CaseWorld
{
    public const string Request = "This is a request under the Freedom of Information Act: what does parking cost?";
    public const string Complaint = "I want to make a formal complaint about the way my appointment was handled on Friday.";
    public static readonly Actor Handler = new("pat", ["handler", "author"]);
    public static readonly Actor Approver = new("approver", ["approver", "publisher"]);
    private readonly Func<CommsBuilder, CommsBuilder> _build;

    /// <param name="build">What the engine has beside a clock, a ledger and a source.</param>
    /// <param name="now">When it begins.</param>
    /// <param name="source">What the source is called.</param>
    public CaseWorld(Func<CommsBuilder, CommsBuilder>? build = null, DateTimeOffset? now = null, string source = "inbox")
    {
        _build = build ?? (builder => builder);
        Clock = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        Source = new InMemorySource(source);
        Ledger = new InMemoryLedger(Clock);
        Engine = Another();
    }

    public FakeTimeProvider Clock { get; }

    public InMemorySource Source { get; }

    public InMemoryLedger Ledger { get; }

    public CommsEngine Engine { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A program on the same ledger, with more than the first.</summary>
    public CommsEngine Another(Func<CommsBuilder, CommsBuilder>? more = null)
    {
        var builder = _build(new CommsBuilder().UseClock(Clock).UseLedger(Ledger, new InMemoryMediaStore()).AddSource(Source));
        return (more is null ? builder : more(builder)).Build();
    }

    /// <summary>Someone writes, or writes anew, and the case is opened.</summary>
    public async Task<Case> HearAsync(string id, string text, Author? author = null)
    {
        var message = Say(id, text, author);
        await RunAsync();
        return await OwnAsync(message);
    }

    /// <summary>The case that was opened for a message.</summary>
    public async Task<Case> OwnAsync(string message) =>
        await Engine.Cases.FindAsync(Case.KeyFor(message).Id, Actor.Engine, Cancel) ?? throw new InvalidOperationException($"No case was opened for {message}.");

    /// <returns>The message's id.</returns>
    public string Say(string id, string text, Author? author = null)
    {
        Source.Add(new SourceEvent.Posted(new SourceItem { Id = id, Text = text, At = Clock.GetUtcNow(), Author = author }));
        return Message.KeyFor(Source.Id, id).Id;
    }

    public async Task<ApprovedPost> ApproveAsync(Draft draft) => Assert.IsType<ApprovalResult.Approved>(await Engine.Approval.ApproveAsync(draft, Approver, Cancel)).Post;

    /// <summary>Approves a draft, gives it the next minute, and lets that pass.</summary>
    public async Task SendAsync(Draft draft)
    {
        var when = new ScheduleRequest { Instant = Clock.GetUtcNow().AddMinutes(1) };
        await Engine.Publishing.AcceptAsync(Assert.IsType<ScheduleResult.Scheduled>(Engine.Scheduling.Schedule(await ApproveAsync(draft), when, Approver)).Post, Cancel);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync();
    }

    public async Task RunAsync()
    {
        while (!(await Engine.RunDueAsync(Cancel)).Idle)
        {
        }
    }
}
