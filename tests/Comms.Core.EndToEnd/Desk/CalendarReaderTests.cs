using System.Text.Json;
using Comms.Core.EndToEnd.Processes;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>The feed of the desk, read by the programs of others.</summary>
public sealed class CalendarReaderTests : IDisposable
{
    private static readonly string[] Texts =
    [
        "Flu jabs, today; and tomorrow: \"free\" \\ for all",
        "Mae’r clinig ar agor – dewch â’ch plant 👩‍⚕️👨‍👩‍👧 cyn naw o’r gloch, ac arhoswch am chwarter awr ar ôl y brechiad",
        "BEGIN:VEVENT",
    ];

    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("COMMS_TEST_ICAL_JS", "node")]
    [InlineData("COMMS_TEST_ICAL_PYTHON", "/usr/bin/python3")]
    public async Task The_feed_says_the_same_to_the_readers_of_others(string variable, string program)
    {
        var reader = RealServer.Address(variable, "calendar");
        (await desk.RunAsync("init", "--yes")).Ended(0);
        var rows = Texts.Select((text, at) => JsonSerializer.Serialize(new { text, accounts = new[] { "drop" }, at = $"2031-07-0{at + 1}T09:00", key = $"k{at}" }));
        await desk.ImportAsync(rows);
        var feed = desk.Write("feed.ics", (await desk.RunAsync("plan", "--format", "ics")).Ended(0).Output);
        var month = Assert.Single((await desk.RunAsync("plan", "--month", "2031-07", "--format", "json")).Ended(0).Json);

        var read = (await Command.RunAsync(program, Path.GetDirectoryName(desk.In(feed))!, TestContext.Current.CancellationToken, reader, desk.In(feed))).Succeeded();

        var events = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        Assert.Equal(["2031-07-01T08:00:00Z", "2031-07-02T08:00:00Z", "2031-07-03T08:00:00Z"], events.Select(one => one.GetProperty("start").GetString()));
        Assert.Equal(
            month.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()),
            events.Select(one => one.GetProperty("title").GetString()));
    }
}
