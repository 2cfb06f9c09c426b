using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class AmplifierTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public AmplifierTests() => desk.Write("comms.json", """{ "accounts": [ { "id": "drop", "channel": "folder", "path": "out" } ] }""");

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_colleague_agrees_shares_a_fact_is_counted_and_withdraws()
    {
        await desk.ImportAsync($$"""{"text":"There is enough vaccine.","accounts":["drop"],"at":"{{Soon.In()}}","key":"k"}""");
        var post = (await desk.RunAsync("import", "posts.jsonl", "--as", "writer")).Ended(0).Output.Trim().Split(' ')[^1];
        await Task.Delay(TimeSpan.FromSeconds(Soon.Seconds), TimeProvider.System, TestContext.Current.CancellationToken);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        (await desk.RunAsync("amplifiers", "agree", "4711", "--name", "Jo Sample", "--team", "comms", "--handle", "@jo@town.example", "--celebrate")).Ended(0);

        Assert.Contains("was not offered", (await desk.RunAsync("amplifiers", "kit", post)).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("amplifiers", "offer", post, "--corrects", "The vaccine has run out.")).Ended(0);
        Assert.Contains("There is enough vaccine.", (await desk.RunAsync("amplifiers", "kit", post)).Ended(0).Output, StringComparison.Ordinal);
        (await desk.RunAsync("amplifiers", "shared", "4711", post, "https://town.example/@jo/1", "--reached", "120")).Ended(0);
        (await desk.RunAsync("amplifiers", "work", "4711", "A blog about night shifts", "https://jo.example/nights")).Ended(0);

        var report = (await desk.RunAsync("amplifiers", "report")).Ended(0);
        Assert.Contains($"{post},The vaccine has run out.,1,120", report.Output, StringComparison.Ordinal);
        Assert.Contains("1 help; shared 1 times, 1 of them corrections, seen by 120 as they told", report.Errors, StringComparison.Ordinal);
        (await desk.RunAsync("amplifiers", "withdraw", "4711")).Ended(0);
        var left = (await desk.RunAsync("amplifiers", "list")).Ended(0).Output;
        Assert.DoesNotContain("Jo Sample", left, StringComparison.Ordinal);
        Assert.Contains("have withdrawn", (await desk.RunAsync("amplifiers", "work", "4711", "x", "https://jo.example/x")).Ended(2).Errors, StringComparison.Ordinal);
    }
}
