using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Authoring;

public class AuthoringDeskTests
{
    private static readonly Actor Writer = new("writer", ["author"]);
    private readonly AuthoringDesk desk;

    public AuthoringDeskTests()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var channels = new ChannelDirectory([
            new InMemoryChannel("town"),
            new InMemoryChannel(new ChannelAccount { Id = "short", Channel = "memory" }, InMemoryChannel.Unlimited with { MaxLength = 20, MaxMedia = 0 }),
            new InMemoryChannel(new ChannelAccount { Id = "pictures", Channel = "memory" }, InMemoryChannel.Unlimited with { MaxLength = 30, MaxMedia = 2 }),
            new AssistedChannel("poster", null, clock: clock),
        ]);
        desk = new AuthoringDesk(new InMemoryLedger(clock), new RoleAuthorizer(), clock, channels, Telemetry.Engine);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_has_a_rendition_for_every_account_and_part()
    {
        var draft = await AddAsync(new NewDraft
        {
            Text = "Clinic open today. Come in and see us.",
            Accounts = ["town", "short"],
            Campaign = "#flu",
            Variants = new Dictionary<string, string> { ["short"] = "Open now. Come in! #FLU" },
        });

        Assert.Empty(draft.Faults);
        Assert.Equal(
            [("short", 0, "Open now."), ("short", 1, "Come in! #FLU"), ("town", 0, "Clinic open today. Come in and see us. #flu")],
            draft.Renditions.Select(rendition => (rendition.Account, rendition.Part, rendition.Text)));
    }

    [Fact]
    public async Task An_answer_carries_what_it_answers_in_every_part_and_is_refused_where_nothing_can_answer()
    {
        var draft = await AddAsync(new NewDraft { Text = "Until five. Do come in.", Accounts = ["short", "poster"], InReplyTo = new ReplyTo("m1", "@jo@a.example") });

        Assert.Equal([("short", "m1"), ("short", "m1")], draft.Renditions.Select(rendition => (rendition.Account, rendition.InReplyTo)));
        Assert.Equal(["poster: a post cannot answer a message there"], draft.Faults);
    }

    [Fact]
    public async Task A_page_is_a_page_where_one_is_shown_and_words_elsewhere()
    {
        var page = new Document { Title = "Your week", Url = "https://trust.example/week", Blocks = [new Heading("Praise"), new Paragraph("Nine people wrote."), new Quote("Kind staff", "@ann")] };

        var draft = await AddAsync(NewDraft.Of(page, ["town", "poster"]));

        Assert.Empty(draft.Faults);
        var (words, shown) = (draft.Renditions[0], draft.Renditions[1]);
        Assert.Equal(("poster", "Your week\n\nNine people wrote.\n\nhttps://trust.example/week"), (words.Account, words.Text));
        Assert.Null(words.Document);
        Assert.Equal(DocumentRenderer.Render(page, DocumentFormat.PlainText), shown.Text);
        Assert.Equal(DocumentRenderer.Render(page, DocumentFormat.Json), DocumentRenderer.Render(shown.Document!, DocumentFormat.Json));
        var stored = (await desk.FindAsync(draft.Id, Cancel))!;
        Assert.Equal(RenditionHash.Of(draft.Renditions, draft.TraitsVersions), RenditionHash.Of(stored.Renditions, stored.TraitsVersions));
    }

    [Fact]
    public async Task Words_of_its_own_stand_before_a_page_and_what_a_page_quotes_is_no_link_or_tag_of_ours()
    {
        var page = new Document { Title = "Your week #flu", Blocks = [new Paragraph("Nine people wrote."), new Quote("See #gossip at https://a.example/1", "@ann")] };

        var draft = await AddAsync(NewDraft.Of(page, ["town", "pictures"]) with { Variants = new Dictionary<string, string> { ["pictures"] = "Our week is out." } });

        Assert.Equal([("pictures", "Our week is out.", false), ("town", draft.Renditions[1].Text, true)], draft.Renditions.Select(one => (one.Account, one.Text, one.Document is not null)));
        Assert.Equal(["flu"], draft.Renditions[1].Facets.Select(facet => facet.Target));
    }

    [Fact]
    public async Task The_same_page_for_the_same_accounts_is_one_draft()
    {
        var page = new Document { Title = "Your week", Blocks = [new Paragraph("Nine people wrote.")] };
        var draft = await AddAsync(NewDraft.Of(page, ["town", "poster"]));

        var again = Assert.IsType<DraftResult.Existing>(await desk.AddAsync(NewDraft.Of(page, ["poster", "town"]), Writer, Cancel));
        Assert.Equal(draft.Id, again.Draft.Id);
        Assert.IsType<DraftResult.Added>(await desk.AddAsync(NewDraft.Of(page with { Title = "Another" }, ["poster", "town"]), Writer, Cancel));
    }

    [Fact]
    public async Task A_page_is_never_cut_into_a_thread_and_answers_nobody()
    {
        var page = new Document { Title = "Your week", Blocks = [new Paragraph("Nine people wrote.")] };

        Assert.StartsWith("short: the page is too long", Assert.Single((await AddAsync(NewDraft.Of(page, ["short"]))).Faults), StringComparison.Ordinal);
        var refused = Assert.IsType<DraftResult.Refused>(await desk.AddAsync(NewDraft.Of(page, ["town"]) with { InReplyTo = new ReplyTo("m1", "@jo") }, Writer, Cancel));
        Assert.Equal(["an answer is words alone, and no page"], refused.Reasons);
    }

    [Fact]
    public async Task Whatever_stands_against_it_is_named_account_by_account()
    {
        var draft = await AddAsync(new NewDraft
        {
            Text = "This one sentence is too long",
            Accounts = ["short", "gone"],
            Media = [new MediaRef(new string('0', 64), "image/png", 1, " ")],
        });

        Assert.Equal(["gone", "short", "short", "short"], draft.Faults.Select(fault => fault.Split(':')[0]));
    }

    [Fact]
    public async Task More_pictures_than_a_post_takes_go_on_in_the_thread_in_order_and_none_is_lost()
    {
        MediaRef[] media = [.. Enumerable.Range(0, 3).Select(one => new MediaRef(new string('0', 63) + one, "image/png", 1, "A heron"))];

        var thread = await AddAsync(new NewDraft { Text = "Open now. Come in and see us here.", Accounts = ["pictures"], Media = media });
        var single = await AddAsync(new NewDraft { Text = "Open now.", Accounts = ["pictures"], Media = media });

        Assert.Empty(thread.Faults);
        Assert.Equal([[media[0], media[1]], [media[2]]], thread.Renditions.Select(part => part.Media));
        Assert.Contains("3 pictures or files; it takes 2", Assert.Single(single.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_is_the_same_post()
    {
        var first = await AddAsync(new NewDraft { Text = "One", Accounts = ["town"], Key = "k" });

        var second = await desk.AddAsync(new NewDraft { Text = "Two", Accounts = ["town"], Key = "k" }, Writer, Cancel);

        var existing = Assert.IsType<DraftResult.Existing>(second).Draft;
        Assert.Equal((first.Id, "One"), (existing.Id, existing.Text));
        Assert.Single(await desk.ListAsync(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Every_reason_for_refusal_is_named_at_once()
    {
        var bad = new NewDraft { Text = " ", Accounts = [], Variants = new Dictionary<string, string> { ["x"] = "y" } };

        var refused = Assert.IsType<DraftResult.Refused>(await desk.AddAsync(bad, new Actor("visitor", []), Cancel));

        Assert.Equal(4, refused.Reasons.Count);
    }

    [Fact]
    public async Task A_stored_draft_comes_back_whole()
    {
        var media = new MediaRef(new string('0', 64), "image/png", 1, "A heron");
        var draft = await AddAsync(new NewDraft { Text = "See https://example.test/a. @town #flu", Accounts = ["town"], Media = [media], Language = "cy" });

        var again = (await desk.FindAsync(draft.Id, Cancel))!;

        Assert.Equal(RenditionHash.Of(draft.Renditions, draft.TraitsVersions), RenditionHash.Of(again.Renditions, again.TraitsVersions));
        Assert.Equal((draft.Text, draft.Author, draft.WrittenAt, draft.Language), (again.Text, again.Author, again.WrittenAt, again.Language));
        Assert.Equal(
            [(FacetKind.Link, "https://example.test/a"), (FacetKind.Mention, "town"), (FacetKind.Hashtag, "flu")],
            again.Renditions[0].Facets.Select(facet => (facet.Kind, facet.Target)));
    }

    private async Task<Draft> AddAsync(NewDraft draft) => Assert.IsType<DraftResult.Added>(await desk.AddAsync(draft, Writer, Cancel)).Draft;
}
