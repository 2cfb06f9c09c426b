using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>An engine with an inbox, a ledger in memory and a clock that stands, and people who write to it.</summary>
internal sealed class CaseWorld
{
    public const string Request = "This is a request under the Freedom of Information Act: what does parking cost?";
    public const string Complaint = "I want to make a formal complaint about the way my appointment was handled on Friday.";
    public static readonly Actor Handler = new("pat", ["handler", "author"]);
    private readonly Func<CommsOptions, CommsOptions> _configure;

    public CaseWorld(Func<CommsOptions, CommsOptions>? configure = null)
    {
        _configure = configure ?? (options => options);
        Ledger = new InMemoryLedger(Clock);
        Engine = Another();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public InMemorySource Source { get; } = new("inbox");

    public InMemoryLedger Ledger { get; }

    public CommsEngine Engine { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A program on the same ledger.</summary>
    public CommsEngine Another() =>
        new CommsBuilder().UseClock(Clock).UseLedger(Ledger, new InMemoryMediaStore()).AddSource(Source).Configure(_configure).Build();

    /// <summary>Someone writes, or writes anew, and the case is opened.</summary>
    public async Task<Case> HearAsync(string id, string text)
    {
        Say(id, text);
        await RunAsync();
        var message = Message.KeyFor("inbox", id).Id;
        return (await Engine.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel)).First(one => one.Messages.Contains(message));
    }

    public void Say(string id, string text) => Source.Add(new SourceEvent.Posted(new SourceItem { Id = id, Text = text, At = Clock.GetUtcNow() }));

    public async Task RunAsync()
    {
        while (!(await Engine.RunDueAsync(Cancel)).Idle)
        {
        }
    }
}
