using Comms.Core.Approval;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Approval;

/// <summary>A team with its rules of approval, an account for the public and one for colleagues.</summary>
internal sealed class ApprovalWorld
{
    public static readonly Actor Sam = new("sam", ["author"]);
    public static readonly Actor Ros = new("ros", ["approver", "publisher"]);
    public static readonly Actor Ann = new("ann", ["approver"]);
    public static readonly Actor Dee = new("dee", ["approver", "clinical"]);
    public static readonly Actor Duty = new("duty", ["author", "publisher", "break-glass"]);

    public ApprovalWorld(ApprovalOptions? options = null)
    {
        Ledger = new InMemoryLedger(Clock);
        Colleagues = new InMemoryChannel("colleagues");
        Engine = Host(options ?? new ApprovalOptions());
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public InMemoryLedger Ledger { get; }

    public InMemoryChannel Colleagues { get; }

    public CommsEngine Engine { get; }

    public IReadOnlyList<string> Told => [.. Colleagues.Posts.Select(post => post.Text)];

    public CommsEngine Host(ApprovalOptions options, params IChannel[] beside)
    {
        var comms = new CommsBuilder().UseClock(Clock).UseLedger(Ledger, new InMemoryMediaStore()).AddChannel(new InMemoryChannel("town")).AddChannel(Colleagues)
            .Configure(with => with with { Approval = options });
        foreach (var channel in beside)
        {
            comms.AddChannel(channel);
        }

        return comms.Build();
    }

    public async Task<Draft> DraftAsync(string text, params string[] marks) => await DraftAsync(text, Sam, marks);

    public async Task<Draft> DraftAsync(string text, Actor author, params string[] marks) => Assert.IsType<DraftResult.Added>(
        await Engine.Authoring.AddAsync(new NewDraft { Text = text, Accounts = ["town"], Marks = marks }, author, Cancel)).Draft;

    public ValueTask<ApprovalResult> ApproveAsync(Draft draft, Actor approver) => Engine.Approval.ApproveAsync(draft, approver, Cancel);

    public static IReadOnlyList<string> Refused(ApprovalResult result) => Assert.IsType<ApprovalResult.Refused>(result).Reasons;

    /// <summary>Puts something else in a record's place, as a damaged disk does.</summary>
    public async Task DamageAsync(RecordKey key)
    {
        var expected = (await Ledger.FindAsync(key, Cancel))!;
        await Ledger.CommitAsync(new LedgerBatch { Writes = [new LedgerWrite { Key = key, Expected = expected.Revision, Content = "{}"u8.ToArray(), Due = expected.Due }] }, Cancel);
    }

    public async Task<IReadOnlyList<string>> ActsAsync() => [.. (await Engine.Audit.ReadAsync(Cancel).ToListAsync(Cancel)).Select(entry => $"{entry.Actor} {entry.Act}")];
}
