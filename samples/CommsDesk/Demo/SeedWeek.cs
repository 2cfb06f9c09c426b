using System.Text.Json;
using Comms.Core.Channels;
using CommsDesk.Configuration;
using CommsDesk.Input;

namespace CommsDesk.Demo;

/// <summary>The week that ships: a made-up trust's plan, posts and messages.</summary>
internal sealed record SeedWeek(WeekPlan Plan, IReadOnlyDictionary<string, PostRow> Posts)
{
    private static readonly string[] Pictures = ["flu-clinic.png", "heron-garden.png"];

    public static async Task<SeedWeek> ReadAsync(CancellationToken cancel)
    {
        var plan = JsonSerializer.Deserialize(Seeds.Text("week/plan.json"), DeskJson.Default.WeekPlan)!;
        var posts = new Dictionary<string, PostRow>(StringComparer.Ordinal);
        await using var stream = Seeds.Open("week/posts.jsonl");
        await foreach (var row in JsonRows.ReadAsync(stream, cancel))
        {
            var post = PostRow.From(row);
            posts.Add(post.Key!, post);
        }

        return new SeedWeek(plan, posts);
    }

    /// <summary>The week's messages, a source each for the places they come from.</summary>
    public static async Task<IReadOnlyList<IMessageSource>> SourcesAsync(TimeProvider clock, CancellationToken cancel)
    {
        var items = new SortedDictionary<string, List<SourceItem>>(StringComparer.Ordinal);
        var input = new RowInput("week/messages.jsonl", () => Seeds.Open("week/messages.jsonl"), RowFormat.Jsonl);
        await using var stream = input.Open();
        await foreach (var row in input.ReadAsync(stream, cancel))
        {
            if (MessageRows.Item(row, row["text"]!, DateTimeOffset.Parse(row["at"]!, System.Globalization.CultureInfo.InvariantCulture)) is { } item)
            {
                var source = row["source"]!;
                (items.TryGetValue(source, out var list) ? list : items[source] = []).Add(item);
            }
        }

        return [.. items.Select(pair => new WeekSource(pair.Key, pair.Value, clock))];
    }

    public static void WritePictures(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "media"));
        foreach (var picture in Pictures)
        {
            File.WriteAllBytes(Path.Combine(folder, "media", picture), Seeds.Bytes($"week/media/{picture}"));
        }
    }
}
