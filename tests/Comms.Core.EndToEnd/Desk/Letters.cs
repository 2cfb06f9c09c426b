using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>Made-up letters about parking, meals and waiting, some about two of them, in every form that the desk reads.</summary>
internal static class Letters
{
    private static readonly string[] Parking = ["The car park was full again", "Parking cost far too much", "I could not find a space for the car"];
    private static readonly string[] Meals = ["The soup was cold", "Lunch came late and cold", "The meals have no taste"];
    private static readonly string[] Waiting = ["I waited three hours to be seen", "The queue did not move", "We waited all morning"];

    public static IReadOnlyList<(string Text, string[] Labels)> All { get; } = [.. Enumerable.Range(0, 120).Select(Letter)];

    /// <summary>Those about one thing alone.</summary>
    public static string Single(int from, int count) => Csv(
        "text,team", All.Where(letter => letter.Labels.Length == 1).Skip(from).Take(count).Select(letter => $"{letter.Text},{letter.Labels[0]}"));

    public static string Listed(char between) =>
        Csv("text,themes", All.Select(letter => $"{letter.Text},{string.Join(between, letter.Labels)}"));

    public static string Columned() => Csv(
        "text,meals,parking,waiting",
        All.Select(letter => $"{letter.Text},{Flag(letter, "meals")},{Flag(letter, "parking")},{Flag(letter, "waiting")}"));

    public static string JsonLines() => string.Concat(All.Select(letter =>
        $"{{\"text\":{JsonSerializer.Serialize(letter.Text)},\"themes\":{JsonSerializer.Serialize(letter.Labels)}}}\n"));

    public static string Csv(string header, IEnumerable<string> rows) =>
        rows.Aggregate(new StringBuilder(header).Append('\n'), (text, row) => text.Append(row).Append('\n')).ToString();

    private static string Flag((string Text, string[] Labels) letter, string label) => letter.Labels.Contains(label) ? "1" : "";

    private static (string, string[]) Letter(int number)
    {
        var day = number.ToString(CultureInfo.InvariantCulture);
        return (number % 4) switch
        {
            0 => ($"{Parking[number / 4 % 3]} on day {day}", ["parking"]),
            1 => ($"{Meals[number / 4 % 3]} on day {day}", ["meals"]),
            2 => ($"{Waiting[number / 4 % 3]} on day {day}", ["waiting"]),
            _ => ($"{Meals[number / 4 % 3]} and {Waiting[number / 12 % 3]} on day {day}", ["meals", "waiting"]),
        };
    }
}
