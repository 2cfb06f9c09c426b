using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Engagement.Posts;
using Comms.Core.Governance;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Engagement.Posts;

public sealed class CampaignSpreadTests
{
    private static readonly Actor Author = new("sam", ["author"]);
    private static readonly Actor Publisher = new("ros", ["approver", "publisher"]);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly InMemorySource _source = new("page");
    private readonly CommsEngine _comms;

    public CampaignSpreadTests() => _comms = new CommsBuilder().UseClock(_clock).AddChannel(new InMemoryChannel("page")).AddSource(_source).Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Whoever_was_taken_up_by_most_carried_it_and_private_people_are_only_counted()
    {
        HashtagUse[] uses =
        [
            Use("@herald", "press", 2, null), Use("@friend", "public", 0, null), Use("@a", "public", 3, "@herald"), Use("@b", "public", 4, "@herald"),
            Use("@mp", "elected", 5, null), Use("@mp", "elected", 29, null), Use("@c", "public", 30, "@mp"), Use("@mp", "elected", 31, "@mp"),
        ];
        var spread = CampaignSpread.Of("#FluJabs", uses, "Europe/London");

        Assert.Equal(new HashtagStart(_clock.GetUtcNow(), Account: null, ByTeam: false), spread.Start);
        Assert.Equal([new HashtagCarrier("@herald", "press", 1, 2), new HashtagCarrier("@mp", "elected", 3, 1)], spread.Carriers);
        Assert.Equal(4, spread.PrivateAccounts);
        Assert.Equal([new HashtagDay(new DateOnly(2026, 11, 23), 5), new HashtagDay(new DateOnly(2026, 11, 24), 3)], spread.Days);
        Assert.DoesNotContain("@friend", string.Join(' ', PostPages.ToDocument(spread).Blocks.Select(block => block.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hashtag_that_nobody_used_has_no_start() => Assert.Null(CampaignSpread.Of("#nothing", [], "Europe/London").Start);

    [Fact]
    public async Task The_engine_follows_a_hashtag_from_the_teams_post_to_what_was_printed()
    {
        await PublishAsync("Jabs are here #FluJabs");
        Hear("1", "@herald", "press", "The hospital begins its #flujabs today", below: null, url: "https://herald.example/jabs");
        Hear("2", "@reader", "public", "Thanks for telling #FluJabs", below: "1");
        Hear("3", "@other", "public", "Nothing about #FluJabs2", below: null);
        Hear("4", "@echo", "press", "A complaint: who answers for the queue at the #FluJabs clinic? We print tomorrow", below: null);
        await _comms.RunDueAsync(Cancel);
        var queue = await _comms.Triage.ListAsync(Cancel).SingleAsync(message => message.Author!.Handle == "@echo", Cancel);
        var asked = await _comms.Cases.ListAsync(Actor.Engine, Cancel).FirstAsync(one => one.Messages.Contains(queue.MessageId), Cancel);
        await _comms.Cases.LogEnquiryAsync(asked.Id, new MediaEnquiry { Outlet = "The Echo", Printed = "Long queue, friendly staff" }, new Actor("ros", ["handler"]), Cancel);

        var spread = await _comms.Engagement.SpreadAsync("#FluJabs", Cancel);
        Assert.True(spread.Start!.ByTeam);
        Assert.Equal([("@herald", 1), ("@echo", 0)], spread.Carriers.Select(carrier => (carrier.Account, carrier.TakenUpBy)));
        Assert.Equal((1, 4), (spread.PrivateAccounts, spread.Days.Sum(day => day.Uses)));
        Assert.Contains(spread.Printed, story => story is { Outlet: "@herald", Printed: "https://herald.example/jabs" });
        Assert.Contains(spread.Printed, story => story is { Outlet: "The Echo", Printed: "Long queue, friendly staff" });
    }

    [Fact]
    public async Task The_engine_counts_who_turned_to_each_post_and_not_answers_to_one_person()
    {
        for (var post = 0; post < 6; post++)
        {
            var receipt = await PublishAsync($"Notice {post} about #parking");
            foreach (var answer in Enumerable.Range(0, post == 3 ? 9 : 2))
            {
                Hear($"{post}-{answer}", "@a", "public", $"I see {post} {answer}", below: receipt);
            }

            _clock.Advance(TimeSpan.FromDays(2));
        }

        _clock.Advance(TimeSpan.FromDays(14));
        await _comms.RunDueAsync(Cancel);

        var report = await _comms.Engagement.PostsAsync(cancel: Cancel);
        Assert.Equal([9, 2, 2, 2, 2, 2], report.Posts.Select(rate => rate.Responses));
        Assert.All(report.Posts, rate => Assert.Equal(("page", "memory", "text", "#parking"), (rate.Post.Account, rate.Post.Channel, rate.Post.Form, Assert.Single(rate.Post.Topics))));
        Assert.Empty((await _comms.Engagement.PostsAsync(weeks: 1, Cancel)).Posts);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _comms.Engagement.PostsAsync(0, Cancel));
    }

    private async Task<string> PublishAsync(string text)
    {
        var draft = Assert.IsType<DraftResult.Added>(await _comms.Authoring.AddAsync(new NewDraft { Text = text, Accounts = ["page"] }, Author, Cancel)).Draft;
        var post = Assert.IsType<ApprovalResult.Approved>(await _comms.Approval.ApproveAsync(draft, Publisher, Cancel)).Post;
        var wish = new ScheduleRequest { Instant = _clock.GetUtcNow().AddMinutes(1) };
        await _comms.Publishing.AcceptAsync(Assert.IsType<ScheduleResult.Scheduled>(_comms.Scheduling.Schedule(post, wish, Publisher)).Post, Cancel);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _comms.Publishing.RunDueAsync(Cancel);
        return (await _comms.Publishing.ListAsync(Cancel).SingleAsync(delivery => delivery.Post == draft.Id, Cancel)).Receipt!.Id;
    }

    private void Hear(string id, string account, string kind, string text, string? below, string? url = null) => _source.Add(new SourceEvent.Posted(new SourceItem
    {
        Id = id,
        Text = text,
        At = _clock.GetUtcNow().AddHours(1),
        Act = below is null ? Act.Mention : Act.Reply,
        InReplyTo = below,
        Url = url,
        Author = new Author(account, Kind: kind),
    }));

    private HashtagUse Use(string account, string kind, int hours, string? from) => new() { Account = account, Kind = kind, At = _clock.GetUtcNow().AddHours(hours), From = from };
}
