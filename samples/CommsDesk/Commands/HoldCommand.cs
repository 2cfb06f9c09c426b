using System.CommandLine;
using Comms.Core.Governance;
using Comms.Core.Publishing;

namespace CommsDesk.Commands;

/// <summary><c>comms hold</c>: stops what waits, at once, and lets it go on as a person chooses.</summary>
internal static class HoldCommand
{
    private static readonly Dictionary<string, ResumeAs> Ways = new(StringComparer.Ordinal)
    {
        ["as-planned"] = ResumeAs.Planned,
        ["shift"] = ResumeAs.Shifted,
        ["review"] = ResumeAs.Review,
    };

    public static Command Create() => new("hold", "Stop what waits in a crisis, and let it go on. Crisis posts go through.")
    {
        On(), Off(), List(), Decide("release", "Let one held delivery go on: at its time, or now when that has passed."),
        Decide("withdraw", "Take one held delivery back for good."),
    };

    private static Command On()
    {
        var (account, campaign) = Scopes();
        var reason = new Option<string>("--reason") { Description = "Why, for the audit and for whoever asks.", Required = true };
        var on = new Command("on", "Hold everything, or one account or campaign: nothing of it is sent from here on.") { account, campaign, reason };
        on.Validators.Add(parsed => OneScope(parsed, account, campaign));
        on.SetAction((parsed, cancel) => HoldAsync(
            parsed, Scope(parsed.GetValue(account), parsed.GetValue(campaign)), parsed.GetValue(reason)!, cancel));
        return on;
    }

    private static Command Off()
    {
        var (account, campaign) = Scopes();
        var reason = new Option<string>("--reason") { Description = "Why, for the audit.", DefaultValueFactory = _ => "the hold is over" };
        var how = new Option<string>("--resume")
        {
            Description = "as-planned: what is too late by its own rule is held or expires; shift: all later by as long as the hold stood; review: one by one.",
            DefaultValueFactory = _ => "as-planned",
        };
        how.AcceptOnlyFromAmong([.. Ways.Keys]);
        var off = new Command("off", "Let it go on.") { account, campaign, how, reason };
        off.Validators.Add(parsed => OneScope(parsed, account, campaign));
        off.SetAction((parsed, cancel) => ResumeAsync(
            parsed, Scope(parsed.GetValue(account), parsed.GetValue(campaign)), Ways[parsed.GetValue(how)!], parsed.GetValue(reason)!, cancel));
        return off;
    }

    private static Command List()
    {
        var list = new Command("list", "Show the holds that stand, and every delivery that waits for a person.");
        list.SetAction(ListAsync);
        return list;
    }

    private static Command Decide(string name, string description)
    {
        var key = new Argument<string>("KEY") { Description = "The delivery, as comms hold list names it." };
        var reason = new Option<string>("--reason") { Description = "Why, for the audit.", DefaultValueFactory = _ => "looked at after the hold" };
        var command = new Command(name, description) { key };
        if (name == "withdraw")
        {
            command.Options.Add(reason);
        }

        command.SetAction((parsed, cancel) => DecideAsync(
            parsed, parsed.GetValue(key)!, name == "withdraw" ? parsed.GetValue(reason) : null, cancel));
        return command;
    }

    private static (Option<string?> Account, Option<string?> Campaign) Scopes() =>
    (
        new Option<string?>("--channel") { Description = "Only this account.", HelpName = "ACCOUNT" },
        new Option<string?>("--campaign") { Description = "Only posts with this hashtag.", HelpName = "TAG" });

    private static void OneScope(System.CommandLine.Parsing.CommandResult parsed, Option<string?> account, Option<string?> campaign)
    {
        if (parsed.GetValue(account) is not null && parsed.GetValue(campaign) is not null)
        {
            parsed.AddError("--channel and --campaign exclude each other.");
        }
    }

    private static HoldScope Scope(string? account, string? campaign) =>
        account is not null ? HoldScope.Account(account) : campaign is not null ? HoldScope.Campaign(campaign) : HoldScope.All;

    private static async Task<int> HoldAsync(ParseResult parsed, HoldScope scope, string reason, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var publisher = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Publish);
        return await desk.Engine.Publishing.Holds.HoldAsync(scope, reason, publisher, cancel)
            ? await Decision.SayAsync(scope == HoldScope.All ? "everything is held" : $"{scope} is held", ExitCode.Done)
            : await Decision.SayAsync($"{publisher.Id} may not, or someone else did so meanwhile", ExitCode.Nothing);
    }

    private static async Task<int> ResumeAsync(ParseResult parsed, HoldScope scope, ResumeAs how, string reason, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var publisher = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Publish);
        return await desk.Engine.Publishing.Holds.ResumeAsync(scope, how, reason, publisher, cancel) switch
        {
            ResumeResult.Resumed resumed when how == ResumeAs.Planned =>
                await Decision.SayAsync(scope == HoldScope.All ? "everything goes on" : $"{scope} goes on", ExitCode.Done),
            ResumeResult.Resumed resumed => await Decision.SayAsync(
                $"{scope} goes on; {resumed.Moved} deliveries {(how == ResumeAs.Review ? "wait for a person: comms hold list" : "go out later")}", ExitCode.Done),
            ResumeResult.Refused refused => await Decision.SayAsync(refused.Reason, ExitCode.Nothing),
            _ => throw new InvalidOperationException("A hold has no other end."),
        };
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        await foreach (var hold in desk.Engine.Publishing.Holds.ListAsync(cancel))
        {
            await Console.Out.WriteLineAsync($"hold {hold.Scope} {hold.At:yyyy-MM-dd'T'HH:mm:sszzz} {hold.By}: {hold.Reason}");
        }

        await foreach (var delivery in desk.Engine.Publishing.ListAsync(cancel))
        {
            if (delivery.State == DeliveryState.Held)
            {
                await Console.Out.WriteLineAsync(
                    $"held {delivery.Key} {delivery.Rendition.Account} {delivery.PlannedFor:yyyy-MM-dd'T'HH:mm:sszzz} {delivery.Reason}");
            }
        }

        return ExitCode.Done;
    }

    private static Task<int> DecideAsync(ParseResult parsed, string key, string? withdraw, CancellationToken cancel) => Decision.MakeAsync(
        parsed, key, DeliveryState.Held, withdraw is null ? "goes on" : "is withdrawn",
        (publishing, delivery, publisher) => withdraw is null
            ? publishing.SendAgainAsync(delivery, publisher, cancel)
            : publishing.WithdrawAsync(delivery, withdraw, publisher, cancel),
        cancel);
}
