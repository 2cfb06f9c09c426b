using System.Text;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using Comms.Core.Governance.Retention;
using Comms.Core.Ledger;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Governance.Persons;

/// <summary>An engine that has heard people, and the requests of one of them.</summary>
internal sealed class PersonWorld
{
    public const string Words = "The porter at Ash Ward was so kind to me last night";
    public const string Complaint = "I wish to make a formal complaint about the cold soup on Ash Ward";
    public static readonly Author Jo = new("@jo@a.example", "Jo Sample");
    public static readonly Actor Officer = new("officer", ["data-protection"]);
    public static readonly Actor Approver = new("approver", ["approver", "publisher"]);
    public static readonly Actor Writer = new("writer", ["author"]);
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private readonly InMemorySource _source = new("inbox");
    private int _heard;

    public PersonWorld(RetentionOptions? retention = null)
    {
        Ledger = new InMemoryLedger(Time);
        Engine = new CommsBuilder().UseClock(Time).UseLedger(Ledger, new InMemoryMediaStore()).AddSource(_source).AddChannel(Channel)
            .Configure(options => options with { Retention = retention ?? options.Retention }).Build();
    }

    public InMemoryChannel Channel { get; } = new("inbox");

    public FakeTimeProvider Time { get; } = new(Start.AddHours(1));

    public InMemoryLedger Ledger { get; }

    public CommsEngine Engine { get; }

    public static Person Whom { get; } = new() { Accounts = ["@JO@a.example"] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task HearAsync(string text, Author? author = null, DateTimeOffset? at = null, bool isLookedAt = true)
    {
        _source.Add(new SourceEvent.Posted(new SourceItem { Id = $"https://a.example/@jo/{_heard++}", Text = text, At = at ?? Start, Author = author ?? Jo }));
        await Engine.Listening.RunDueAsync(Cancel);
        if (isLookedAt)
        {
            await Engine.RunDueAsync(Cancel);
        }
    }

    /// <summary>What was heard as the so many-eth is deleted where it stood.</summary>
    public async Task DeleteAsync(int place)
    {
        _source.Add(new SourceEvent.Deleted($"https://a.example/@jo/{place}", Time.GetUtcNow()));
        await Engine.RunDueAsync(Cancel);
    }

    public async Task<ErasureReport> EraseAsync() =>
        Assert.IsType<PersonResult<ErasureReport>.Given>(await Engine.Persons.EraseAsync(Whom, Officer, Cancel)).Value;

    public async Task<ErasureReport> TryAsync() =>
        Assert.IsType<PersonResult<ErasureReport>.Given>(await Engine.Persons.TryEraseAsync(Whom, Officer, Cancel)).Value;

    public async Task<IReadOnlyList<HeldItem>> ExportAsync() =>
        Assert.IsType<PersonResult<IReadOnlyList<HeldItem>>.Given>(await Engine.Persons.ExportAsync(Whom, Officer, Cancel)).Value;

    /// <summary>Whether any record or any payload of the audit has these words.</summary>
    public async Task<bool> HasAsync(string words, params IEnumerable<string> besides)
    {
        string[] kinds = ["message", "triaged", "case", "edition", "feed", "set-aside", "restricted", "suppressed", "suppression-key", "legal-hold", "correction", "corrections", "cursor", "draft", "approved", "scheduled", "delivery", "reply", "check-in"];
        foreach (var kind in kinds.Except(besides))
        {
            await foreach (var record in Ledger.ReadAsync(new RecordQuery { Kind = kind }, Cancel))
            {
                if (Says(record.Content.Span, words))
                {
                    return true;
                }
            }
        }

        await foreach (var link in Ledger.ReadChainAsync(0, Cancel))
        {
            if (link.Payload is { } payload && Says(payload.Span, words))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(ReadOnlySpan<byte> content, string words) => Encoding.UTF8.GetString(content).Contains(words, StringComparison.OrdinalIgnoreCase);
}
