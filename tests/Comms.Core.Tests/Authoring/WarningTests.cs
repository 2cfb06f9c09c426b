using Comms.Core.Approval;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Governance;
using Comms.Core.Tests.Publishing;
using Xunit;

namespace Comms.Core.Tests.Authoring;

/// <summary>What stands beside the words: a content warning, and the card of a link.</summary>
public class WarningTests
{
    private const string Warning = "Mentions suicide";
    private static readonly Actor Writer = new("writer", ["author"]);
    private static readonly MediaRef Picture = new(new string('a', 64), "image/png", 3, "A map");

    private readonly CommsEngine _engine = new CommsBuilder()
        .AddChannel(Channel("apart", InMemoryChannel.Unlimited with { Warnings = true, Cards = true, MaxLength = 60, Threads = true, MaxMedia = 1 }))
        .AddChannel(Channel("plain", InMemoryChannel.Unlimited with { MaxMedia = 1 }))
        .AddChannel(Channel("short", InMemoryChannel.Unlimited with { Warnings = true, MaxLength = 10 }))
        .AddChannel(new WordsAlone())
        .Configure(options => options with { Approval = new ApprovalOptions { Rules = [new ApprovalRule { Id = "two", Words = ["suicide"], Approvers = 2 }] } }).Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_stands_apart_on_every_part_where_the_channel_can_and_is_the_first_line_elsewhere()
    {
        var draft = await AddAsync(new NewDraft { Text = "We remember those we lost. Please talk to someone today.", Accounts = ["apart", "plain"], Warning = Warning });

        Assert.Equal(
            [("apart", Warning, "We remember those we lost."), ("apart", Warning, "Please talk to someone today."), ("plain", null, $"{Warning}\n\n{draft.Text}")],
            draft.Renditions.Select(rendition => (rendition.Account, rendition.Warning, rendition.Text)));
        Assert.Empty(draft.Faults);
    }

    [Fact]
    public async Task It_counts_with_the_words()
    {
        Assert.Empty((await AddAsync(new NewDraft { Text = "12345", Accounts = ["short"], Warning = "12345" })).Faults);
        Assert.NotEmpty((await AddAsync(new NewDraft { Text = "123456", Accounts = ["short"], Warning = "12345" })).Faults);
        Assert.NotEmpty((await AddAsync(new NewDraft { Text = "1", Accounts = ["short"], Warning = "much too long for it" })).Faults);
    }

    [Fact]
    public async Task Each_half_of_a_pair_has_its_own_or_neither_has()
    {
        var pair = new NewDraft { Text = "Today.", Accounts = ["apart", "plain"], Warning = Warning, Pair = new PairedText { Text = "Heddiw.", Warning = "Sôn am hunanladdiad" } };

        Assert.Equal(
            [("cy", "Sôn am hunanladdiad", "Heddiw."), ("en", Warning, "Today."), ("cy", null, "Sôn am hunanladdiad\n\nHeddiw."), ("en", null, $"{Warning}\n\nToday.")],
            (await AddAsync(pair)).Renditions.Select(rendition => (rendition.Language, rendition.Warning, rendition.Text)));
        Assert.Equal(["only one half has a content warning"], await RefusedAsync(pair with { Warning = null }));
        Assert.Equal(["only one half has a content warning"], await RefusedAsync(pair with { Pair = new PairedText { Text = "Heddiw." } }));
        Assert.Equal(["its content warning is blank"], await RefusedAsync(new NewDraft { Text = "Today.", Accounts = ["plain"], Warning = " " }));
    }

    [Fact]
    public async Task Rules_read_it_as_they_read_the_words()
    {
        var draft = await AddAsync(new NewDraft { Text = "We remember.", Accounts = ["apart"], Warning = Warning });

        Assert.IsType<ApprovalResult.Awaits>(await _engine.Approval.ApproveAsync(draft, new Actor("ros", ["approver"]), Cancel));
    }

    [Fact]
    public async Task A_card_stands_with_its_link_where_a_channel_shows_one_and_no_picture_takes_its_place()
    {
        var card = new LinkCard("https://trust.example/flu", "Flu jabs", "Who can have one, and where.");
        var post = new NewDraft { Text = "Come and have your jab. https://trust.example/flu", Accounts = ["apart", "plain"], Card = card };

        Assert.Equal([("apart", card), ("plain", null)], (await AddAsync(post)).Renditions.Select(rendition => (rendition.Account, rendition.Card)));
        Assert.All((await AddAsync(post with { Media = [Picture] })).Renditions, rendition => Assert.Null(rendition.Card));
        var thread = await AddAsync(post with { Text = "Come and have your jab, all of you who can. Everything is at https://trust.example/flu" });
        Assert.Equal([null, card, null], thread.Renditions.Select(rendition => rendition.Card));
        string[] no = ["its card has no title, or is of a link that does not stand in the words"];
        Assert.Equal(no, await RefusedAsync(post with { Text = "Come." }));
        Assert.Equal(no, await RefusedAsync(post with { Card = card with { Title = " " } }));
    }

    [Fact]
    public async Task A_page_that_is_passed_round_has_a_card_of_its_own()
    {
        var page = new Document { Title = "The week", Url = "https://trust.example/week", Blocks = [new Paragraph("It was good.")] };

        var draft = await AddAsync(NewDraft.Of(page, ["words"]));

        Assert.Equal(new LinkCard("https://trust.example/week", "The week", "It was good."), Assert.Single(draft.Renditions).Card);
        Assert.Equal(["a page has no content warning"], await RefusedAsync(NewDraft.Of(page, ["plain"]) with { Warning = Warning }));
    }

    private static InMemoryChannel Channel(string id, ChannelTraits traits) => new(new ChannelAccount { Id = id, Channel = "memory" }, traits);

    private async Task<Draft> AddAsync(NewDraft draft) => await _engine.Authoring.AddAsync(draft, Writer, Cancel) switch
    {
        DraftResult.Added added => added.Draft,
        var other => throw new InvalidOperationException($"{other}"),
    };

    private async Task<IReadOnlyList<string>> RefusedAsync(NewDraft draft) => Assert.IsType<DraftResult.Refused>(await _engine.Authoring.AddAsync(draft, Writer, Cancel)).Reasons;

    /// <summary>A channel of posts that shows no page.</summary>
    private sealed class WordsAlone() : ChannelDecorator(Channel("words", InMemoryChannel.Unlimited with { Cards = true }));
}
