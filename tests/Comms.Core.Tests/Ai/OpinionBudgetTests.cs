using Comms.Core.Ai;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Testing;
using Comms.Core.Tests.Triage;
using Comms.Core.Triage;
using Comms.Core.Triage.Opinions;
using Xunit;

namespace Comms.Core.Tests.Ai;

public sealed class OpinionBudgetTests
{
    private const string Good = """{"sentiment":"neutral","kinds":["information"]}""";
    private const string Spent = "the budget of this window is spent";

    private readonly ManualTime _time = new();
    private readonly TriagedMessage _message = SecondOpinionTests.Doubted(Triagers.Message("zzz qqq"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_run_out_and_come_back_with_the_next_window()
    {
        var asker = SecondOpinionTests.Asker(new FakeChat(Good), new OpinionOptions { CallsPerWindow = 2 }, _time);
        Assert.Equal([null, null, Spent], await FaultsAsync(asker, 3));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal([null, null, Spent], await FaultsAsync(asker, 3));
        _time.Set(_time.GetUtcNow().AddDays(-3));
        Assert.Equal([Spent], await FaultsAsync(asker, 1));
    }

    [Fact]
    public async Task Tokens_run_out()
    {
        var chat = new FakeChat(_ => Task.FromResult(FakeChat.Reply(Good, tokens: 90_000)));
        var asker = SecondOpinionTests.Asker(chat, new OpinionOptions { TokensPerWindow = 100_000 }, _time);
        Assert.Equal([null, null, Spent], await FaultsAsync(asker, 3));
        Assert.Equal(2, chat.Calls);
    }

    [Fact]
    public async Task An_answer_that_does_not_say_what_it_cost_counts_as_the_dearest()
    {
        var chat = new FakeChat(_ => Task.FromResult(FakeChat.Reply(Good, tokens: null)));
        Assert.Equal([null, Spent], await FaultsAsync(SecondOpinionTests.Asker(chat, new OpinionOptions { TokensPerWindow = 4000 }, _time), 2));
    }

    [Fact]
    public async Task A_question_that_failed_is_paid_for()
    {
        var chat = new FakeChat(_ => throw new HttpRequestException());
        var asker = SecondOpinionTests.Asker(chat, new OpinionOptions { CallsPerWindow = 1 }, _time);
        Assert.Equal(["asking failed: HttpRequestException", Spent], await FaultsAsync(asker, 2));
    }

    [Fact]
    public async Task Two_hosts_share_one_budget()
    {
        var ledger = new InMemoryLedger(_time);
        var options = new OpinionOptions { CallsPerWindow = 3 };
        var one = SecondOpinionTests.Asker(new FakeChat(Good), options, _time, ledger);
        var other = SecondOpinionTests.Asker(new FakeChat(Good), options, _time, ledger);
        Assert.Equal([null, null, null, Spent], [.. await FaultsAsync(one, 2), .. await FaultsAsync(other, 2)]);
    }

    [Fact]
    public async Task Many_at_once_never_spend_more()
    {
        var chat = new FakeChat(Good);
        var ledger = new InMemoryLedger(_time);
        var askers = Enumerable.Range(0, 4).Select(_ => SecondOpinionTests.Asker(chat, new OpinionOptions { CallsPerWindow = 5 }, _time, ledger));
        await Task.WhenAll(askers.Select(asker => Task.Run(() => FaultsAsync(asker, 5), Cancel)));
        Assert.InRange(chat.Calls, 1, 5);
    }

    [Fact]
    public async Task The_engine_asks_only_when_it_was_told_whom()
    {
        var chat = new FakeChat(Good);
        Assert.All(await TriagedAsync(new CommsBuilder()), message => Assert.Null(message.Findings.Opinion));
        var asked = await TriagedAsync(new CommsBuilder().UseSecondOpinion(new ChatSecondOpinion(chat.Client), new OpinionOptions { CallsPerWindow = 3 }));
        Assert.Equal(["test-model-1", "test-model-1", "test-model-1"], asked.Select(message => message.Findings.Opinion?.Model).OfType<string>());
        Assert.Equal(3, chat.Calls);
    }

    private async Task<List<TriagedMessage>> TriagedAsync(CommsBuilder builder)
    {
        var source = new InMemorySource("survey");
        foreach (var item in ManyMessages.Week.Take(100))
        {
            source.Add(new SourceEvent.Posted(item));
        }

        var engine = builder.UseClock(_time).AddSource(source).Build();
        await engine.RunDueAsync(Cancel);
        return await engine.Triage.ListAsync(Cancel).ToListAsync(Cancel);
    }

    private async Task<List<string?>> FaultsAsync(SecondOpinions asker, int times)
    {
        var faults = new List<string?>();
        for (var i = 0; i < times; i++)
        {
            faults.Add((await asker.ConsiderAsync(_message, Cancel)).Fault);
        }

        return faults;
    }
}
