using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>Posts for the account “drop”, told apart by their number, and what came of them in its folder.</summary>
internal sealed class NumberedPosts(DeskProgram desk, string folder)
{
    public string[] Files => Directory.Exists(desk.In(folder)) ? Directory.GetFiles(desk.In(folder), "*.json") : [];

    /// <summary>Posts that are due by the time that they are approved, or a moment later.</summary>
    public async Task ImportAsync(int count)
    {
        var at = Soon.In(seconds: 20);
        var rows = Enumerable.Range(0, count).Select(post => $$"""{"text":"{{Words(post)}}","accounts":["drop"],"at":"{{at}}","key":"k{{post}}"}""");
        await desk.ImportAsync(rows);
    }

    /// <summary>Runs the desk until all are out; then each is there once, and the audit is whole.</summary>
    public async Task EndOnceEachAsync(int count)
    {
        // A post that met a slow disk is tried again after half a minute: as with any scheduler, the desk is run again.
        for (var run = 0; run < 2 || (run < 100 && Files.Length < count); run++)
        {
            (await desk.RunAsync("run", "--until-idle")).Ended(0);
        }

        var texts = Files.Select(file => JsonElement.Parse(File.ReadAllText(file)).GetProperty("text").GetString());
        Assert.Equal(Enumerable.Range(0, count).Select(Words).Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
        Assert.StartsWith("the audit is whole", (await desk.RunAsync("audit", "verify")).Ended(0).Output, StringComparison.Ordinal);
    }

    private static string Words(int post) => string.Create(CultureInfo.InvariantCulture, $"Post number {post}.");
}
