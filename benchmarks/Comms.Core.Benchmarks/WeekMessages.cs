using System.Text;
using System.Text.Json;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The texts every triage engine reads: the seed week in its order, begun again until there are <see cref="Count"/>,
/// each cut after the last whole word within <see cref="Longest"/> characters, which brings the mean to 92 bytes.
/// </summary>
internal static class WeekMessages
{
    public const int Count = 512;

    private const int Longest = 160;

    public static string[] Texts()
    {
        var week = Seed.Lines("seeds/week/messages.jsonl").Select(Text).ToArray();
        return [.. Enumerable.Range(0, Count).Select(index => Cut(week[index % week.Length]))];
    }

    /// <summary>The whole texts of the week, each with the sentiment a person gave it.</summary>
    public static IEnumerable<(string Text, string Sentiment)> Labelled()
    {
        var sentiments = Seed.Lines("seeds/week/expected.jsonl").ToDictionary(Id, line => line.GetProperty("sentiment").GetString()!);
        return Seed.Lines("seeds/week/messages.jsonl").Select(line => (Text(line), sentiments[Id(line)]));
    }

    /// <summary>The mean length of the texts, in UTF-8 bytes.</summary>
    public static double MeanBytes(IEnumerable<string> texts) => texts.Average(Encoding.UTF8.GetByteCount);

    private static string Cut(string text) =>
        text.Length <= Longest ? text : text[..text.LastIndexOf(' ', Longest)];

    private static string Text(JsonElement line) => line.GetProperty("text").GetString()!;

    private static string Id(JsonElement line) => line.GetProperty("id").GetString()!;
}
