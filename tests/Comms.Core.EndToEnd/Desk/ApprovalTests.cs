using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class ApprovalTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public ApprovalTests() => desk.Write("comms.json", """
        { "actors": [ { "id": "pat", "roles": ["author"] }, { "id": "ros", "roles": ["approver"] }, { "id": "ann", "roles": ["approver", "clinical"] },
            { "id": "kit", "roles": ["author"] }, { "id": "duty", "roles": ["author", "break-glass"] } ],
          "accounts": [ { "id": "drop", "channel": "folder", "path": "out" }, { "id": "colleagues", "channel": "folder", "path": "told" } ],
          "tracking": { "hosts": ["trust.example"], "parameters": { "utm_source": "{account}" } },
          "approval": { "tellBy": ["colleagues"], "waitAtMostHours": 4,
            "rules": [ { "id": "named patient", "mark": "named-patient", "approvers": 2 }, { "id": "clinical claim", "words": ["vaccine"], "role": "clinical" } ] } }
        """);

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_rule_asks_for_a_second_approver_and_for_one_who_knows()
    {
        var patient = await DraftAsync("Jo's story, told with her consent", "--mark", "named-patient");
        Assert.Contains("named patient: 1 of 2", (await ApproveAsync(patient, "ros")).Ended(0).Errors, StringComparison.Ordinal);
        Assert.Contains(patient, (await ApproveAsync(patient, "ann")).Ended(0).Output, StringComparison.Ordinal);

        var claim = await DraftAsync("The vaccine works");
        Assert.Contains("nobody with the role clinical", (await ApproveAsync(claim, "ros")).Ended(0).Errors, StringComparison.Ordinal);
        Assert.Contains(claim, (await ApproveAsync(claim, "ann")).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shown_to_an_approver_carries_the_tracking_of_its_links() => Assert.Contains(
        "https://trust.example/flu?utm_source=drop\"", (await desk.RunAsync("draft", "show", await DraftAsync("Read https://trust.example/flu"))).Ended(0).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_is_away_lends_their_role_until_a_day_and_may_take_it_back()
    {
        var draft = await DraftAsync("Open on Saturday");
        Assert.Contains("kit may not approve", (await ApproveAsync(draft, "kit")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("--as WHO", (await desk.RunAsync("delegations", "lend", "--to", "kit", "--role", "approver", "--until", "2099-01-01", "--reason", "leave")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("a year at most", (await LendAsync("2099-01-01")).Ended(2).Errors, StringComparison.Ordinal);
        var id = (await LendAsync(TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).Ended(0).Output.Trim();
        (await ApproveAsync(draft, "kit")).Ended(0);

        (await desk.RunAsync("delegations", "end", id, "--as", "ros")).Ended(0);
        Assert.Contains("kit may not approve", (await ApproveAsync(await DraftAsync("Open on Sunday"), "kit")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains($"{id},ros,kit,approver,", (await desk.RunAsync("delegations", "list")).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_alone_approves_in_an_emergency_colleagues_are_told_and_another_reviews_it()
    {
        var draft = (await desk.RunAsync("draft", "add", "The entrance is closed", "--account", "drop", "--as", "duty")).Ended(0).Output.Trim();
        Assert.Contains("ros may not break the glass", (await desk.RunAsync("approve", draft, "--break-glass", "fire", "--as", "ros")).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("approve", draft, "--break-glass", "fire")).Ended(0);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Contains($"BREAK-GLASS: duty alone approved {draft} of duty", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(desk.In("told"), "*.json")), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Contains("duty may not approve", (await desk.RunAsync("glass", "review", draft, "--finding", "fine", "--as", "duty")).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("glass", "review", draft, "--finding", "right", "--as", "ros")).Ended(0);
        Assert.Contains(",fire,ros,", (await desk.RunAsync("glass", "list")).Ended(0).Output, StringComparison.Ordinal);
    }

    private async Task<string> DraftAsync(string text, params string[] beside) =>
        (await desk.RunAsync(["draft", "add", text, "--account", "drop", "--as", "pat", .. beside])).Ended(0).Output.Trim();

    private Task<DeskResult> ApproveAsync(string draft, string who) => desk.RunAsync("approve", draft, "--as", who);

    private Task<DeskResult> LendAsync(string until) =>
        desk.RunAsync("delegations", "lend", "--to", "kit", "--role", "approver", "--until", until, "--reason", "on leave", "--as", "ros");
}
