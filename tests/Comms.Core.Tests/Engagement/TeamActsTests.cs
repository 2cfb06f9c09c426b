using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Engagement;
using Comms.Core.Governance;
using Comms.Core.RoundUps.Reads;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Engagement;

/// <summary>What the team did towards accounts, read from the real ledger.</summary>
public class TeamActsTests
{
    private static readonly Actor Author = new("sam", ["author"]);
    private static readonly Actor Publisher = new("ros", ["approver", "publisher"]);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly InMemorySource _source = new("inbox");
    private readonly CommsEngine _comms;

    public TeamActsTests() => _comms = new CommsBuilder().UseClock(_clock).AddChannel(new InMemoryChannel("page")).AddSource(_source).Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_that_stands_turns_to_whom_it_names_and_they_may_answer_it()
    {
        await HearAsync("1", "@herald", hoursAgo: 30);
        await _comms.PublishAsync(_clock, "Thank you @herald for the garden, and @herald again");
        await HearAsync("2", "@herald", hoursAgo: 0);

        var ours = Assert.Single(await OursAsync());
        Assert.Equal(("@herald", Act.Mention), (ours.Account, ours.Act));
        var score = Assert.Single((await _comms.Engagement.ScoreAsync(cancel: Cancel)).Named);
        Assert.Equal(new AnsweredTurns(1, 1), score.AnsweredByAccount);
        Assert.Equal(2, score.Acts);
    }

    [Fact]
    public async Task A_link_to_what_an_account_wrote_passes_it_on()
    {
        await HearAsync("1", "@herald", hoursAgo: 30);
        await _comms.PublishAsync(_clock, "Well put: https://herald.example/1");
        Assert.Equal([("@herald", Act.Repost)], (await OursAsync()).Select(act => (act.Account, act.Act)));
    }

    [Fact]
    public async Task Whom_a_post_names_as_the_writer_of_what_it_passes_on_is_asked_nothing()
    {
        await HearAsync("1", "@herald", hoursAgo: 30);
        await _comms.PublishAsync(_clock, "Well put, @herald: https://herald.example/1");
        Assert.Equal([("@herald", Act.Repost)], (await OursAsync()).Select(act => (act.Account, act.Act)));
    }

    [Fact]
    public async Task A_page_turns_to_nobody_that_it_quotes()
    {
        await HearAsync("1", "@herald", hoursAgo: 30);
        var page = new Document { Title = "Your week", Blocks = [new MessageCard("The garden is lovely", "@herald", "https://herald.example/1")] };

        await _comms.PublishAsync(_clock, NewDraft.Of(page, ["page"]));

        Assert.Empty(await OursAsync());
    }

    [Fact]
    public async Task An_approved_read_round_up_passes_on_and_one_that_waits_does_not()
    {
        await HearAsync("1", "@herald", hoursAgo: 30);
        var request = new ReadRequest { Series = "Reads", Items = [new ReadItem { Label = "The garden", Url = "https://herald.example/1" }] };
        var frozen = Assert.IsType<ReadResult.Done>(await _comms.Reads.FreezeAsync(request, Author, Cancel)).Edition;
        Assert.Empty(await OursAsync());

        Assert.IsType<ReadResult.Done>(await _comms.Reads.ApproveAsync("Reads", frozen.Hash, Publisher, Cancel));
        Assert.Equal([("@herald", Act.Repost)], (await OursAsync()).Select(act => (act.Account, act.Act)));
    }

    [Fact]
    public async Task Whoever_was_passed_on_is_no_longer_owed_a_repost()
    {
        await HearAsync("1", "@herald", hoursAgo: 30, Act.Repost);
        Assert.Equal(InReturn.Repost, Assert.Single(await OwedAsync()).Suggestion);
        await _comms.PublishAsync(_clock, "Well put: https://herald.example/1");
        Assert.Empty(await OwedAsync());
    }

    private async Task<IReadOnlyList<ReciprocityEntry>> OwedAsync() => ReciprocityList.Of(await _comms.Engagement.ReadAsync(Cancel), _clock.GetUtcNow());

    private async Task<IEnumerable<Interaction>> OursAsync() => (await _comms.Engagement.ReadAsync(Cancel)).Where(act => act.ByTeam);

    private async Task HearAsync(string id, string account, double hoursAgo, Act act = Act.Mention)
    {
        _source.Add(new SourceEvent.Posted(new SourceItem
        {
            Id = id,
            Text = $"The new garden, part {id}.",
            At = _clock.GetUtcNow().AddHours(-hoursAgo),
            Act = act,
            Url = $"https://herald.example/{id}",
            Author = new Author(account, Kind: "press"),
        }));
        await _comms.RunDueAsync(Cancel);
    }
}
