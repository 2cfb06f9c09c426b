using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Comms.Core.Tests.Publishing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Authoring;

/// <summary>A post in two languages: one draft, one approval, and Welsh not later than English.</summary>
public class PairTests
{
    private const string English = "The clinic is open on Monday 5 January at 2pm.";
    private const string Welsh = "Mae'r clinig ar agor ddydd Llun 5 Ionawr am 2yp.";
    private static readonly Actor Writer = new("writer", ["author"]);
    private static readonly Actor Approver = new("approver", ["approver", "publisher"]);
    private static readonly MediaRef Picture = new(new string('a', 64), "image/png", 3, "A map · Map");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly PickyChannel _town = new();
    private readonly InMemoryChannel _english = new("english");
    private readonly CommsEngine _engine;

    public PairTests() => _engine = new CommsBuilder().UseClock(_time).AddChannel(_town)
        .AddChannel(new InMemoryChannel(new ChannelAccount { Id = "blog", Channel = "memory" }, InMemoryChannel.Unlimited with { Threads = false, MaxMedia = 2 }))
        .AddChannel(_english).AddChannel(new AssistedChannel("board", null, "pin it up", _time)).AddChannel(new EmailList())
        .Configure(options => options with { PublishTogether = ["cy", "en"] }).Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Welsh_stands_first_in_the_thread_and_above_where_there_are_none()
    {
        var draft = await AddAsync(Pair() with { Accounts = ["town", "blog"], Campaign = "#flu", Media = [Picture] });
        Assert.Equal(
            [("blog", 0, 1, "cy", $"{Welsh} #flu\n\n{English} #flu"), ("town", 0, 2, "cy", $"{Welsh} #flu"), ("town", 1, 2, "en", $"{English} #flu")],
            draft.Renditions.Select(rendition => (rendition.Account, rendition.Part, rendition.Parts, rendition.Language, rendition.Text)));
        Assert.All(draft.Renditions, rendition => Assert.Single(rendition.Media));
        Assert.Equal(Welsh, (await _engine.Authoring.FindAsync(draft.Id, Cancel))!.Pair!.Text);
    }

    [Fact]
    public async Task A_post_without_its_other_half_is_not_approved_and_an_answer_is()
    {
        var alone = await AddAsync(new NewDraft { Text = English, Accounts = ["town"], Language = "en-GB" });
        Assert.Equal(["bilingual: it has no half in cy"], Assert.IsType<ApprovalResult.Refused>(await ApproveAsync(alone)).Reasons);
        var other = await AddAsync(new NewDraft { Text = Welsh, Accounts = ["town"], Language = "cy" });
        Assert.Equal(["bilingual: it has no half in en"], Assert.IsType<ApprovalResult.Refused>(await ApproveAsync(other)).Reasons);

        Assert.IsType<ApprovalResult.Approved>(await ApproveAsync(await AddAsync(new NewDraft { Text = "Until five.", Accounts = ["town"], InReplyTo = new ReplyTo("m1") })));
        Assert.IsType<ApprovalResult.Approved>(await ApproveAsync(await AddAsync(Pair())));
    }

    [Fact]
    public async Task One_approval_covers_both_halves_and_another_half_is_another_post()
    {
        var draft = await AddAsync(Pair());
        var approved = Assert.IsType<ApprovalResult.Approved>(await ApproveAsync(draft)).Post;
        Assert.Equal([Welsh, English], approved.Renditions.Select(rendition => rendition.Text));

        var edited = await AddAsync(Pair() with { Pair = new PairedText { Text = Welsh + " Dewch." } });
        Assert.NotEqual(draft.Id, edited.Id);
        Assert.NotEqual(approved.Hash, Assert.IsType<ApprovalResult.Approved>(await ApproveAsync(edited)).Post.Hash);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task English_goes_out_after_Welsh_and_waits_for_a_person_where_Welsh_is_refused(bool refused)
    {
        _town.RefusesWelsh = refused;
        await PublishAsync(Pair());

        var english = await EnglishAsync();
        Assert.Equal(refused ? [] : ["cy", "en"], _town.Sent);
        Assert.Equal(refused ? DeliveryState.Held : DeliveryState.Published, english.State);
        Assert.Equal(refused ? "part 1 of its thread is Rejected" : null, english.Reason);
    }

    [Fact]
    public async Task A_team_with_an_account_for_each_language_has_each_half_on_its_own()
    {
        var longer = string.Concat(Enumerable.Repeat("Mae'r clinig ar agor. ", 3)).Trim();
        var pair = Apart(new PairedText { Text = Welsh, Variants = new Dictionary<string, string> { ["town"] = longer } });
        var draft = await AddAsync(pair with { Accounts = ["english", "blog"], Campaign = "#flu", Media = [Picture] });

        Assert.Equal(
            [("blog", "cy", null, $"{Welsh} #flu\n\n{English} #flu"), ("english", "en", "town", $"{English} #flu"), ("town", "cy", null, $"{longer} #flu")],
            draft.Renditions.Select(rendition => (rendition.Account, rendition.Language, rendition.After, rendition.Text)));
        Assert.All(draft.Renditions, rendition => Assert.Equal((1, 1), (rendition.Parts, rendition.Media.Count)));
        Assert.Equal(["blog", "english", "town"], draft.TraitsVersions.Keys);
        Assert.Equal("town", (await _engine.Authoring.FindAsync(draft.Id, Cancel))!.Renditions[1].After);
        Assert.IsType<ApprovalResult.Approved>(await ApproveAsync(draft));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_two_accounts_English_waits_for_Welsh_as_well(bool refused)
    {
        _town.RefusesWelsh = refused;
        await PublishAsync(Apart(new PairedText { Text = Welsh }));

        var english = await EnglishAsync();
        Assert.Equal(refused ? [] : ["cy"], _town.Sent);
        Assert.Equal(refused ? [] : [English], _english.Posts.Select(post => post.Text));
        Assert.Equal(refused ? DeliveryState.Held : DeliveryState.Published, english.State);
        Assert.Equal(refused ? "its other half on town is Rejected" : null, english.Reason);
    }

    [Fact]
    public async Task English_waits_while_a_person_has_the_Welsh_half_in_hand_and_goes_when_it_stands()
    {
        await PublishAsync(Apart(new PairedText { Text = Welsh }, on: "board"));
        Assert.Equal(DeliveryState.Scheduled, (await EnglishAsync()).State);

        var byHand = (await _engine.Publishing.ListAsync(Cancel).ToListAsync(Cancel)).Single(delivery => delivery.State == DeliveryState.NeedsHuman);
        Assert.True(await _engine.Publishing.ConfirmAsync(byHand, new Receipt("by the lifts"), Approver, Cancel));
        await RunAsync(minutes: 2);

        Assert.Equal([English], _english.Posts.Select(post => post.Text));
    }

    [Fact]
    public async Task Nobody_is_asked_to_put_English_up_by_hand_before_Welsh_stands()
    {
        _town.RefusesWelsh = true;
        await PublishAsync(Apart(new PairedText { Text = Welsh }) with { Accounts = ["board"], Pair = new PairedText { Text = Welsh, Accounts = On("board", "town") } });

        var english = await EnglishAsync();
        Assert.Equal((DeliveryState.Held, "its other half on town is Rejected"), (english.State, english.Reason));
    }

    [Fact]
    public async Task Where_the_other_half_cannot_stand_is_told()
    {
        Assert.Equal(
            ["its other half would stand elsewhere than on blog, which is not one of its accounts"],
            await RefusedAsync(Pair() with { Pair = new PairedText { Text = Welsh, Accounts = On("blog", "english") } }));
        Assert.Equal(
            ["english is for its other half, and not one of its accounts as well"],
            await RefusedAsync(Pair() with { Accounts = ["town", "english"], Pair = new PairedText { Text = Welsh, Accounts = On("town", "english") } }));
        Assert.Equal(
            ["it has words for english, which is not one of its accounts"],
            await RefusedAsync(Apart(new PairedText { Text = Welsh, Variants = new Dictionary<string, string> { ["english"] = "x" } })));
        Assert.Equal(["nowhere: there is no such account"], (await AddAsync(Apart(new PairedText { Text = Welsh }, on: "nowhere"))).Faults);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(
            ["list: it reaches each reader apart, so that both halves belong in one letter"], (await AddAsync(Apart(new PairedText { Text = Welsh }, on: "list"))).Faults);
    }

    [Fact]
    public async Task What_is_no_pair_is_refused()
    {
        Assert.Equal(["both halves are in one language"], await RefusedAsync(Pair() with { Language = "cy-GB" }));
        Assert.Equal(["there are no words in the other language"], await RefusedAsync(Pair() with { Pair = new PairedText { Text = " " } }));
        Assert.Equal(["an answer is in the language of who wrote"], await RefusedAsync(Pair() with { InReplyTo = new ReplyTo("m1") }));
        Assert.Equal(
            ["it has words for elsewhere, which is not one of its accounts"],
            await RefusedAsync(Pair() with { Pair = new PairedText { Text = Welsh, Variants = new Dictionary<string, string> { ["elsewhere"] = "x" } } }));
    }

    [Theory]
    [InlineData(English, Welsh)]
    [InlineData("Open 9am to 5.30pm, call 01632 960123. https://trust.example/2026/en", "Ar agor 9yb i 5.30yp, ffoniwch 01632 960123. https://trust.example/cy")]
    [InlineData("1,200 people may come from 12 noon, on the 5th of May.", "Caiff 1,200 o bobl ddod o 12 hanner dydd, ar 5ed o Fai.")]
    [InlineData("We march on.", "Rydym ni'n symud ymlaen, medden nhw, mai dyna sydd orau.")]
    [InlineData("Doors at 14:00 on Tuesday", "Drysau am 2yp ddydd Mawrth")]
    public async Task Halves_that_say_the_same_differ_in_nothing(string english, string welsh) =>
        Assert.Empty((await AddAsync(Pair() with { Text = english, Pair = new PairedText { Text = welsh } })).Differences);

    [Theory]
    [InlineData("Open until 5pm.", "Ar agor tan 4yp.", "the English half alone names 17:00", "the Welsh half alone names 16:00")]
    [InlineData("Closed on the 6th of May at 12am.", "Ar gau ar 6ed o Fehefin am 12yp.", "the English half alone names 00:00, month 5", "the Welsh half alone names 12:00, month 6")]
    [InlineData("Closed on 6 May.", "Ar gau ar 6 Mehefin.", "the English half alone names month 5", "the Welsh half alone names month 6")]
    [InlineData("Closed on Friday.", "Ar gau ddydd Iau.", "the English half alone names day 5", "the Welsh half alone names day 4")]
    [InlineData("Call 01632 960123.", "Ffoniwch ni.", "the English half alone names 01632, 960123")]
    public async Task Different_dates_times_and_numbers_are_told_and_stop_nothing(string english, string welsh, params string[] told)
    {
        var draft = await AddAsync(Pair() with { Text = english, Pair = new PairedText { Text = welsh } });
        Assert.Equal(told, draft.Differences);
        Assert.IsType<ApprovalResult.Approved>(await ApproveAsync(draft));
    }

    [Fact]
    public void One_language_alone_is_not_together() => Assert.Contains(
        "PublishTogether", Assert.Throws<OptionsValidationException>(() => new CommsBuilder().Configure(options => options with { PublishTogether = ["cy"] }).Build()).Message, StringComparison.Ordinal);

    private static Dictionary<string, string> On(string account, string other) => new() { [account] = other };

    private static NewDraft Apart(PairedText pair, string on = "town") => new() { Text = English, Accounts = ["english"], Pair = pair with { Accounts = On("english", on) } };

    private static NewDraft Pair() => new() { Text = English, Accounts = ["town"], Pair = new PairedText { Text = Welsh } };

    private async Task<Draft> AddAsync(NewDraft draft) => Assert.IsType<DraftResult.Added>(await _engine.Authoring.AddAsync(draft, Writer, Cancel)).Draft;

    private async Task<IReadOnlyList<string>> RefusedAsync(NewDraft draft) => Assert.IsType<DraftResult.Refused>(await _engine.Authoring.AddAsync(draft, Writer, Cancel)).Reasons;

    private async Task PublishAsync(NewDraft draft)
    {
        var approved = Assert.IsType<ApprovalResult.Approved>(await ApproveAsync(await AddAsync(draft))).Post;
        var when = new ScheduleRequest { Instant = _time.GetUtcNow().AddMinutes(1) };
        await _engine.Publishing.AcceptAsync(Assert.IsType<ScheduleResult.Scheduled>(_engine.Scheduling.Schedule(approved, when, Approver)).Post, Cancel);
        await RunAsync(minutes: 5);
    }

    private async Task RunAsync(int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await _engine.RunDueAsync(Cancel);
        }
    }

    private async Task<Delivery> EnglishAsync() => (await _engine.Publishing.ListAsync(Cancel).ToListAsync(Cancel)).Single(delivery => delivery.Rendition.Language == "en");

    private ValueTask<ApprovalResult> ApproveAsync(Draft draft) => _engine.Approval.ApproveAsync(draft, Approver, Cancel);

    /// <summary>A channel that refuses Welsh when it is told to, and knows what it sent.</summary>
    private sealed class PickyChannel()
        : ChannelDecorator(new InMemoryChannel(new ChannelAccount { Id = "town", Channel = "memory" }, InMemoryChannel.Unlimited with { MaxMedia = 2 })), IReplies
    {
        private readonly Dictionary<DeliveryKey, string> _languages = [];

        public bool RefusesWelsh { get; set; }

        public List<string> Sent { get; } = [];

        public bool NamesWhoIsAnswered => false;

        public override ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
        {
            _languages[context.Key] = rendition.Language;
            return base.PrepareAsync(rendition, context, cancel);
        }

        public override ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
        {
            if (RefusesWelsh && _languages[key] == "cy")
            {
                return ValueTask.FromResult<SendOutcome>(new SendOutcome.Rejected("no Welsh here"));
            }

            Sent.Add(_languages[key]);
            return base.SendAsync(post, key, context, cancel);
        }
    }

    /// <summary>A channel that reaches each reader apart.</summary>
    private sealed class EmailList() : ChannelDecorator(new InMemoryChannel("list")), IRecipients
    {
        public ValueTask<IReadOnlyList<string>> RecipientsAsync(CancellationToken cancel) => ValueTask.FromResult<IReadOnlyList<string>>(["reader@trust.example"]);
    }
}
