using System.Diagnostics;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Exercises.Playing;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public sealed class DeliveryWatchTests
{
    private static readonly Actor Author = new("sam", ["author"]);
    private static readonly Actor Publisher = new("ros", ["approver", "publisher"]);
    private static readonly string[] Days = ["draft", "approve", "schedule", "deliver", "prepare", "send"];

    private readonly FakeTimeProvider _clock = new(PublishingWorld.Nine);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_trace_follows_a_post_from_draft_to_receipt_over_days_and_hosts()
    {
        using var seen = new Seen("watched");
        var comms = new CommsBuilder().UseClock(_clock).AddChannel(new InMemoryChannel("watched")).Build();
        await PublishAsync(comms, "watched", "A secret word");

        var spans = seen.SpansOf(seen.Trace);
        Assert.Equal(Days.Order(), spans.Select(span => span.OperationName).Order());
        var deliver = Assert.Single(spans, span => span.OperationName == "deliver");
        Assert.Equal(("published", 1), (deliver.GetTagItem("comms.state"), deliver.GetTagItem("comms.attempts")));
        Assert.Equal((await comms.Publishing.ListAsync(Cancel).SingleAsync(Cancel)).Receipt!.Id, deliver.GetTagItem("comms.receipt"));
        Assert.All(spans.Where(span => span.OperationName is "prepare" or "send"), span => Assert.Equal((deliver.SpanId, ActivityKind.Client), (span.ParentSpanId, span.Kind)));
        Assert.DoesNotContain("secret", string.Join(' ', spans.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Value}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_was_doing_is_linked()
    {
        using var seen = new Seen("linked");
        using var request = new Activity("request");
        request.Start();
        await PublishAsync(new CommsBuilder().UseClock(_clock).AddChannel(new InMemoryChannel("linked")).Build(), "linked", "Open");

        Assert.All(
            seen.SpansOf(seen.Trace).Where(span => span.Kind == ActivityKind.Internal),
            span => Assert.Equal(request.SpanId, Assert.Single(span.Links).Context.SpanId));
    }

    [Fact]
    public async Task Each_outcome_is_counted_by_account_and_channel_and_a_late_pick_up_is_measured()
    {
        using var seen = new Seen("counted");
        var channel = new ScriptedChannel("counted");
        channel.ThenThrow(new IOException("of Ada Lovelace"));
        var world = new PublishingWorld(channel);
        await world.PlanAsync("one", "counted");
        await world.RunAfterAsync(TimeSpan.FromSeconds(7));
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(7, Assert.Single(seen.Measured, one => one.Name == "comms.delivery.due_lag").Value, 3);
        var outcomes = seen.Measured.Where(one => one.Name == "comms.delivery.outcomes").ToArray();
        Assert.Equal(["ambiguous", "needshuman"], outcomes.Select(one => one.Tags["comms.state"]));
        Assert.All(outcomes, one => Assert.Equal("scripted", one.Tags["comms.channel"]));
        var send = Assert.Single(seen.SpansOf(seen.Trace), span => span.OperationName == "send");
        Assert.Equal((ActivityStatusCode.Error, null, typeof(IOException).FullName), (send.Status, send.StatusDescription, send.GetTagItem("error.type")));
    }

    [Fact]
    public async Task An_exercise_is_seen_under_a_name_of_its_own()
    {
        var comms = new CommsBuilder().ForExercise().UseClock(_clock).AddChannel(Simulation.Channel("drill", InMemoryChannel.Unlimited)).Build();
        var account = comms.Channels.Accounts.Single().Id;
        using var real = new Seen(account);
        using var rehearsed = new Seen(account, TelemetryNames.Exercise);
        await PublishAsync(comms, account, "Drill");

        Assert.Empty(real.Measured);
        Assert.Contains(rehearsed.Measured, one => one.Name == "comms.delivery.outcomes");
        Assert.Equal(Days.Order(), rehearsed.SpansOf(rehearsed.Trace).Select(span => span.OperationName).Order());
    }

    [Fact]
    public async Task A_delivery_that_only_waits_its_turn_is_no_outcome()
    {
        using var seen = new Seen("patient");
        var world = new PublishingWorld(new ScriptedChannel("patient")) { Options = new PublishingOptions { Quotas = new Dictionary<string, Quota> { ["patient"] = new() { Posts = 1, Per = TimeSpan.FromHours(1) } } } };
        await world.PlanAsync("one", "patient");
        await world.PlanAsync("two", "patient");
        await world.RunAsync();

        Assert.Equal("published", Assert.Single(seen.Measured, one => one.Name == "comms.delivery.outcomes").Tags["comms.state"]);
    }

    [Fact]
    public async Task The_standing_names_what_is_due_longest_and_the_accounts_that_rest()
    {
        var (quiet, failing) = (new ScriptedChannel("a"), new ScriptedChannel("failing"));
        failing.Preparing = _ => throw new IOException("down");
        var world = new PublishingWorld(quiet, failing);
        var idle = await world.Desk.StandingAsync(Cancel);
        Assert.Equal((TimeSpan.Zero, null, 0), (idle.OldestDueLag, idle.OldestDueAccount, idle.RestingAccounts.Count));

        for (var post = 0; post < 5; post++)
        {
            await world.PlanAsync($"{post}", "failing");
        }

        await world.RunAsync();
        await world.PlanAsync("later");
        world.Clock.Advance(TimeSpan.FromSeconds(20));
        var standing = await world.Desk.StandingAsync(Cancel);
        Assert.Equal((TimeSpan.FromSeconds(20), "a"), (standing.OldestDueLag, standing.OldestDueAccount));
        Assert.Equal(["failing"], standing.RestingAccounts);
    }

    private async Task PublishAsync(CommsEngine comms, string account, string text)
    {
        var draft = Assert.IsType<DraftResult.Added>(await comms.Authoring.AddAsync(new NewDraft { Text = text, Accounts = [account] }, Author, Cancel)).Draft;
        var post = Assert.IsType<ApprovalResult.Approved>(await comms.Approval.ApproveAsync(draft, Publisher, Cancel)).Post;
        var wish = new ScheduleRequest { Instant = _clock.GetUtcNow().AddDays(2) };
        await comms.Publishing.AcceptAsync(Assert.IsType<ScheduleResult.Scheduled>(comms.Scheduling.Schedule(post, wish, Publisher)).Post, Cancel);
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await comms.Publishing.RunDueAsync(Cancel)).Published);
    }
}
