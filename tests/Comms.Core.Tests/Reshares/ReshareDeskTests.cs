using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using Comms.Core.Publishing;
using Comms.Core.Reshares;
using Comms.Core.Scheduling;
using Comms.Core.Tests.Publishing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Reshares;

public class ReshareDeskTests
{
    private const string Trusted = "@trust@towns.example";
    private const string Blogger = "@blogger@towns.example";

    private static readonly Actor Author = new("sam", ["author"]);
    private static readonly Actor Publisher = new("ros", ["approver", "publisher"]);

    private static readonly ReshareOptions Options = new() { Trusted = [new TrustedBody(Trusted)], Disclaimer = "Sharing is not endorsing." };

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly InMemorySource _source = new("inbox");
    private readonly InMemoryChannel _page = new("page");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_wrote_it_and_the_way_there_stand_below_the_teams_words_and_the_disclaimer_below_what_is_not_trusted()
    {
        var comms = Engine(Options);
        var blog = await DraftAsync(comms, await HeardAsync(comms, Blogger), "Well put.");
        Assert.Equal("Well put.\n\nThe writer (@blogger@towns.example): https://towns.example/@blogger@towns.example\n\nSharing is not endorsing.", blog.Text);
        var trusted = await DraftAsync(comms, await HeardAsync(comms, Trusted), "");
        Assert.Equal("The writer (@trust@towns.example): https://towns.example/@trust@towns.example", trusted.Text);
        Assert.Equal([await HeardAsync(comms, Trusted)], trusted.Renditions.Select(rendition => rendition.Reshares));
    }

    [Theory]
    [InlineData(Trusted, "", false, "")]
    [InlineData(Trusted, "", true, "")]
    [InlineData(Trusted, "Well put.", true, "Well put.")]
    [InlineData(Blogger, "", true, "Sharing is not endorsing.")]
    [InlineData(Blogger, "Well put.", true, "Well put.\n\nSharing is not endorsing.")]
    public async Task The_account_that_heard_it_shows_it_itself_and_the_words_alone_are_beside_it(string writer, string words, bool quotes, string text)
    {
        var comms = Engine(Options, itself: new Resharing(quotes));
        var draft = await DraftAsync(comms, await HeardAsync(comms, writer), words, "inbox", "page");

        var (own, other) = (draft.Renditions[0], draft.Renditions[1]);
        Assert.Equal(("inbox", text, writer), (own.Account, own.Text, own.Original));
        Assert.Equal(("page", null, draft.Text), (other.Account, other.Original, other.Text));
        Assert.Equal(own.Reshares, other.Reshares);
        Assert.Empty(draft.Faults);
    }

    [Fact]
    public async Task Where_words_cannot_stand_beside_it_the_way_there_stands_below_them()
    {
        var comms = Engine(Options, itself: new Resharing(quotes: false));
        var draft = await DraftAsync(comms, await HeardAsync(comms, Blogger), "Well put.", "inbox");

        Assert.Equal((null, draft.Text), (Assert.Single(draft.Renditions).Original, draft.Renditions[0].Text));
    }

    [Fact]
    public async Task A_repost_is_approved_by_the_rule_and_goes_out_while_it_stands_there()
    {
        var itself = new Resharing(quotes: false);
        var comms = Engine(Options with { ApproveTrusted = true }, itself: itself);
        var post = Assert.IsType<ReshareResult.Approved>(await comms.Reshares.DraftAsync(new NewReshare { Message = await HeardAsync(comms, Trusted), Accounts = ["inbox"] }, Author, Cancel)).Post;
        await ScheduleAsync(comms, post);
        _clock.Advance(TimeSpan.FromHours(2));
        await comms.RunDueAsync(Cancel);

        Assert.Equal([Trusted], itself.Shown);
    }

    [Fact]
    public async Task A_repost_is_among_what_is_held_of_whoever_wrote_it_and_goes_with_it()
    {
        var comms = Engine(Options, itself: new Resharing(quotes: false));
        var draft = await DraftAsync(comms, await HeardAsync(comms, Trusted), "", "inbox");
        await ScheduleAsync(comms, Assert.IsType<ApprovalResult.Approved>(await comms.Approval.ApproveAsync(draft, Publisher, Cancel)).Post);
        _clock.Advance(TimeSpan.FromHours(2));
        await comms.RunDueAsync(Cancel);
        var (writer, officer) = (new Person { Accounts = [Trusted] }, new Actor("officer", ["data-protection"]));

        var held = Assert.IsType<PersonResult<IReadOnlyList<HeldItem>>.Given>(await comms.Persons.ExportAsync(writer, officer, Cancel)).Value;
        Assert.Equal(["approved", "delivery", "draft", "scheduled"], held.Where(item => item.Kind == "post").Select(item => item.Details["record"]).Order(StringComparer.Ordinal));
        await comms.Persons.EraseAsync(writer, officer, Cancel);

        var delivery = Assert.Single(await comms.Publishing.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal((null, 0), (delivery.Rendition.Original, delivery.Intent!.Bytes.Length));
        Assert.Null((await comms.Approval.FindAsync(draft.Id, Cancel))!.Renditions[0].Original);
    }

    [Fact]
    public async Task What_its_source_has_deleted_is_not_drafted_and_not_approved()
    {
        var comms = Engine(Options);
        var message = await HeardAsync(comms, Blogger);
        var draft = await DraftAsync(comms, message, "Well put.");
        await DeleteAsync(comms, Blogger);

        Assert.Contains("what it passes on was deleted at its source", (await comms.Approval.ApproveAsync(draft, Publisher, Cancel)).Against);
        var again = await comms.Reshares.DraftAsync(new NewReshare { Message = message, Accounts = ["page"] }, Author, Cancel);
        Assert.Equal([$"there is no message {message}, or its source has deleted it"], Assert.IsType<ReshareResult.Refused>(again).Reasons);
    }

    [Fact]
    public async Task What_is_deleted_while_the_post_waits_is_held_when_its_turn_comes()
    {
        var comms = Engine(Options);
        var draft = await DraftAsync(comms, await HeardAsync(comms, Blogger), "Well put.");
        var post = Assert.IsType<ApprovalResult.Approved>(await comms.Approval.ApproveAsync(draft, Publisher, Cancel)).Post;
        await ScheduleAsync(comms, post);
        await DeleteAsync(comms, Blogger);
        _clock.Advance(TimeSpan.FromHours(2));
        await comms.RunDueAsync(Cancel);

        var delivery = Assert.Single(await comms.Publishing.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal((DeliveryState.Held, "what it passes on was deleted at its source"), (delivery.State, delivery.Reason));
        Assert.Empty(_page.Posts);
    }

    [Fact]
    public async Task What_still_stands_goes_out()
    {
        var comms = Engine(Options);
        var draft = await DraftAsync(comms, await HeardAsync(comms, Blogger), "Well put.");
        await ScheduleAsync(comms, Assert.IsType<ApprovalResult.Approved>(await comms.Approval.ApproveAsync(draft, Publisher, Cancel)).Post);
        _clock.Advance(TimeSpan.FromHours(2));
        await comms.RunDueAsync(Cancel);
        Assert.Equal(draft.Text, Assert.Single(_page.Posts).Text);
    }

    [Fact]
    public async Task The_rule_is_off_by_default_and_a_person_approves()
    {
        var comms = Engine(Options);
        var result = await comms.Reshares.DraftAsync(new NewReshare { Message = await HeardAsync(comms, Trusted), Accounts = ["page"] }, Author, Cancel);
        Assert.Null(Assert.IsType<ReshareResult.Drafted>(result).NotByRule);
    }

    [Fact]
    public async Task A_trusted_bodys_post_without_a_word_beside_it_is_approved_by_the_rule_which_the_audit_names()
    {
        var comms = Engine(Options with { ApproveTrusted = true });
        var request = new NewReshare { Message = await HeardAsync(comms, Trusted), Accounts = ["page"] };
        var post = Assert.IsType<ReshareResult.Approved>(await comms.Reshares.DraftAsync(request, Author, Cancel)).Post;
        Assert.Equal(("rule:trusted-reshares", "sam"), (post.ApprovedBy, post.Author));
        Assert.Equal(post.Hash, Assert.IsType<ReshareResult.Approved>(await comms.Reshares.DraftAsync(request, Author, Cancel)).Post.Hash);
        var entry = await comms.Audit.ReadAsync(Cancel).LastAsync(Cancel);
        Assert.Equal(("approve", "rule:trusted-reshares"), (entry.Act, entry.Actor));
    }

    [Theory]
    [InlineData(Trusted, "A word of ours.")]
    [InlineData(Blogger, "")]
    public async Task With_a_word_beside_it_or_from_others_a_person_approves(string writer, string words)
    {
        var comms = Engine(Options with { ApproveTrusted = true });
        var result = await comms.Reshares.DraftAsync(new NewReshare { Message = await HeardAsync(comms, writer), Accounts = ["page"], Words = words }, Author, Cancel);
        Assert.Equal("the rule approves only what trusted bodies wrote, without a word beside it", Assert.IsType<ReshareResult.Drafted>(result).NotByRule);
    }

    [Fact]
    public async Task A_name_that_is_trusted_on_one_source_is_not_on_another()
    {
        var comms = Engine(new ReshareOptions { Trusted = [new TrustedBody(Trusted, "elsewhere")], ApproveTrusted = true });
        var result = await comms.Reshares.DraftAsync(new NewReshare { Message = await HeardAsync(comms, Trusted), Accounts = ["page"] }, Author, Cancel);
        Assert.IsType<ReshareResult.Drafted>(result);
    }

    [Fact]
    public async Task The_rule_approves_nothing_while_anything_is_held()
    {
        var comms = Engine(Options with { ApproveTrusted = true });
        Assert.True(await comms.Publishing.Holds.HoldAsync(HoldScope.Account("elsewhere"), "a fire", Publisher, Cancel));
        var result = await comms.Reshares.DraftAsync(new NewReshare { Message = await HeardAsync(comms, Trusted), Accounts = ["page"] }, Author, Cancel);
        Assert.Equal("the rule approves nothing while ros holds posts: a fire", Assert.IsType<ReshareResult.Drafted>(result).NotByRule);
    }

    [Theory]
    [InlineData(Sensitivity.PreElection)]
    [InlineData(Sensitivity.Mourning)]
    public async Task The_rule_approves_nothing_before_an_election_or_in_mourning(Sensitivity sensitivity)
    {
        var period = new SensitivePeriod { Id = "p", Name = "the days until Thursday", Area = "", From = new DateOnly(2026, 11, 20), To = new DateOnly(2026, 11, 26), Sensitivity = sensitivity, Source = "test" };
        var comms = Engine(Options with { ApproveTrusted = true }, new SchedulingRules { Periods = [period] });
        var result = await comms.Reshares.DraftAsync(new NewReshare { Message = await HeardAsync(comms, Trusted), Accounts = ["page"] }, Author, Cancel);
        Assert.Equal("the rule approves nothing in the days until Thursday", Assert.IsType<ReshareResult.Drafted>(result).NotByRule);
    }

    [Theory]
    [InlineData("elected", Sensitivity.PreElection, "the days until Thursday")]
    [InlineData("candidate", Sensitivity.PreElection, "the days until Thursday")]
    [InlineData("partner", Sensitivity.PreElection, null)]
    public async Task What_a_politician_wrote_waits_for_a_person_before_an_election_though_nobody_marked_it(string kind, Sensitivity sensitivity, string? heldBy)
    {
        var period = new SensitivePeriod { Id = "p", Name = "the days until Thursday", Area = "", From = new DateOnly(2026, 11, 20), To = new DateOnly(2026, 11, 26), Sensitivity = sensitivity, Source = "test" };
        var comms = Engine(Options, new SchedulingRules { Periods = [period] });
        var draft = await DraftAsync(comms, await HeardAsync(comms, Blogger, kind), "Well put.");
        await ScheduleAsync(comms, Assert.IsType<ApprovalResult.Approved>(await comms.Approval.ApproveAsync(draft, Publisher, Cancel)).Post);
        _clock.Advance(TimeSpan.FromHours(2));
        await comms.RunDueAsync(Cancel);

        var delivery = Assert.Single(await comms.Publishing.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal(heldBy is null ? DeliveryState.Published : DeliveryState.Held, delivery.State);
        Assert.Contains(heldBy ?? "", delivery.Reason ?? "", StringComparison.Ordinal);
        if (heldBy is not null)
        {
            Assert.True(await comms.Publishing.SendAgainAsync(delivery, Publisher, Cancel));
            await comms.RunDueAsync(Cancel);
        }

        Assert.Single(_page.Posts);
    }

    [Fact]
    public async Task What_the_gates_refuse_the_rule_does_not_pass()
    {
        var comms = Engine(Options with { ApproveTrusted = true });
        var request = new NewReshare { Message = await HeardAsync(comms, Trusted), Accounts = ["page", "gone"] };
        Assert.Contains("gone: there is no such account", Assert.IsType<ReshareResult.Drafted>(await comms.Reshares.DraftAsync(request, Author, Cancel)).NotByRule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_address_is_not_passed_on_and_who_may_not_write_passes_nothing_on()
    {
        var comms = Engine(Options);
        _source.Add(new SourceEvent.Posted(new SourceItem { Id = "plain", Text = "A fine ward.", At = _clock.GetUtcNow(), Author = new Author(Blogger) }));
        await comms.RunDueAsync(Cancel);
        var plain = (await comms.Triage.ListAsync(Cancel).SingleAsync(Cancel)).MessageId;
        Assert.Equal(
            ["nobody knows who wrote it, or where others can read it"],
            Assert.IsType<ReshareResult.Refused>(await comms.Reshares.DraftAsync(new NewReshare { Message = plain, Accounts = ["page"] }, Author, Cancel)).Reasons);
        var request = new NewReshare { Message = await HeardAsync(comms, Blogger), Accounts = ["page"] };
        Assert.Equal(["eve may not write drafts"], Assert.IsType<ReshareResult.Refused>(await comms.Reshares.DraftAsync(request, new Actor("eve", []), Cancel)).Reasons);
    }

    [Fact]
    public void A_rule_that_can_approve_nothing_is_refused_when_the_engine_is_built() =>
        Assert.Contains("there is no trusted body", Assert.ThrowsAny<Exception>(() => Engine(new ReshareOptions { ApproveTrusted = true })).Message, StringComparison.Ordinal);

    private CommsEngine Engine(ReshareOptions reshares, SchedulingRules? scheduling = null, IChannel? itself = null) => new CommsBuilder()
        .UseClock(_clock).AddChannel(_page).AddChannel(itself ?? new InMemoryChannel("inbox")).AddSource(_source)
        .Configure(options => options with { Reshares = reshares, Scheduling = scheduling ?? options.Scheduling }).Build();

    private async Task<string> HeardAsync(CommsEngine comms, string handle, string kind = "partner")
    {
        _source.Add(new SourceEvent.Posted(new SourceItem
        {
            Id = handle,
            Text = "The new garden is open to all.",
            At = _clock.GetUtcNow().AddHours(-1),
            Url = $"https://towns.example/{handle}",
            Author = new Author(handle, "The writer", kind),
        }));
        await comms.RunDueAsync(Cancel);
        return (await comms.Triage.ListAsync(Cancel).SingleAsync(message => message.Author!.Handle == handle && message.Url is not null, Cancel)).MessageId;
    }

    private async Task DeleteAsync(CommsEngine comms, string handle)
    {
        _source.Add(new SourceEvent.Deleted(handle, _clock.GetUtcNow()));
        await comms.RunDueAsync(Cancel);
    }

    private static async Task<Draft> DraftAsync(CommsEngine comms, string message, string words, params string[] accounts) =>
        Assert.IsType<ReshareResult.Drafted>(await comms.Reshares.DraftAsync(new NewReshare { Message = message, Accounts = accounts is [] ? ["page"] : accounts, Words = words }, Author, Cancel)).Draft;

    private async Task ScheduleAsync(CommsEngine comms, ApprovedPost post)
    {
        var request = new ScheduleRequest { Instant = _clock.GetUtcNow().AddHours(1) };
        await comms.Publishing.AcceptAsync(Assert.IsType<ScheduleResult.Scheduled>(comms.Scheduling.Schedule(post, request, Publisher)).Post, Cancel);
    }

    /// <summary>A channel that shows what it passes on itself.</summary>
    private sealed class Resharing(bool quotes) : ChannelDecorator(new InMemoryChannel("inbox")), IReshares
    {
        public List<string> Shown { get; } = [];

        public bool Quotes => quotes;

        public override ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
        {
            Shown.Add(rendition.Original!);
            return base.PrepareAsync(rendition, context, cancel);
        }
    }
}
