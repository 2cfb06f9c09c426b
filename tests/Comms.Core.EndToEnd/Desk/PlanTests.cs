using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class PlanTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public PlanTests()
    {
        desk.Write("comms.json", """
            { "accounts": [ { "id": "page", "channel": "folder", "path": "out/page" } ], "plan": "plan.json" }
            """);
        desk.Write("plan.json", """
            { "version": 1, "accounts": ["page"], "audiences": [ { "name": "people without the internet", "accounts": ["noticeboard"] } ],
              "team": { "people": 1.5 }, "series": [ { "name": "Essays", "pieces": ["one", "two"] } ] }
            """);
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_week_shows_its_posts_and_what_is_the_matter()
    {
        await ImportAsync();

        var shown = (await desk.RunAsync("plan", "--week", "2031-W10")).Ended(0).Output;

        Assert.Contains("09:00  scheduled  Flu jabs", shown, StringComparison.Ordinal);
        Assert.Contains("! nothing planned reaches people without the internet", shown, StringComparison.Ordinal);
        Assert.Contains("! page says nothing for 6 days", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_the_plan_as_json()
    {
        await ImportAsync();

        var plan = Assert.Single((await desk.RunAsync("plan", "--month", "2031-03", "--format", "json")).Ended(0).Json);

        Assert.Equal("2031-03-03T09:00:00+00:00", plan.GetProperty("items")[0].GetProperty("at").GetString());
        Assert.Equal("scheduled", plan.GetProperty("items")[0].GetProperty("step").GetString());
    }

    [Fact]
    public async Task The_feed_is_read_beside_the_plan_of_another_desk()
    {
        await ImportAsync();
        desk.Write("feed.ics", (await desk.RunAsync("plan", "--format", "ics")).Ended(0).Output);

        var beside = await desk.RunAsync("plan", "--week", "2031-W10", "--calendar", "feed.ics", "--data", "elsewhere");

        Assert.Contains("09:00  (Flu jabs)", beside.Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_in_says_what_changed_since_the_last()
    {
        (await desk.RunAsync("checkin", "--week", "2031-W09", "--format", "text")).Ended(0);
        await ImportAsync();

        var page = (await desk.RunAsync("checkin", "--week", "2031-W10", "--format", "text")).Ended(0).Output;

        Assert.Contains("new: “Flu jabs”", page, StringComparison.Ordinal);
        Assert.Contains("Essays: 0 down, 2 to go; next: one", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_the_plans_file_is_named()
    {
        desk.Write("plan.json", """{ "version": 1, "campaigns": [ { "hashtag": "Flu", "from": "2031-03-02", "to": "2031-03-01" } ] }""");

        var result = (await desk.RunAsync("plan")).Ended(2);

        Assert.Contains("a hashtag begins with #", result.Errors, StringComparison.Ordinal);
        Assert.Contains("ends before it begins", result.Errors, StringComparison.Ordinal);
    }

    private Task ImportAsync() => desk.ImportAsync("""{"text":"Flu jabs","accounts":["page"],"at":"2031-03-03T09:00","key":"flu"}""");
}
