using System.Globalization;
using System.Text;
using System.Text.Json;
using Comms.Core.Planning;

namespace CommsDesk.Output;

/// <summary>Shows a plan: to people day by day, to programs as one JSON object.</summary>
internal static class PlanOutput
{
    public static string Text(PlanView view)
    {
        var text = new StringBuilder();
        if (view.Last.DayNumber - view.First.DayNumber > 6)
        {
            Month(view, text);
        }

        foreach (var day in view.Days)
        {
            Day(view, day, text);
        }

        foreach (var finding in view.Findings)
        {
            text.Append("! ").Append(finding.Message).Append('\n');
        }

        return text.ToString();
    }

    public static string Json(PlanView view)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ReadableJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("from", view.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("to", view.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteStartArray("items");
            foreach (var item in view.Items)
            {
                Item(json, item, view);
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in view.Findings)
            {
                json.WriteStartObject();
                json.WriteString("rule", JsonNamingPolicy.CamelCase.ConvertName(finding.Rule.ToString()));
                json.WriteString("message", finding.Message);
                json.WriteTexts("items", finding.Items);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>A grid of the month: each day with the number of its posts.</summary>
    private static void Month(PlanView view, StringBuilder text)
    {
        text.Append(" Mo    Tu    We    Th    Fr    Sa    Su\n");
        var monday = view.First.AddDays(-(((int)view.First.DayOfWeek + 6) % 7));
        for (var week = monday; week <= view.Last; week = week.AddDays(7))
        {
            var cells = Enumerable.Range(0, 7).Select(week.AddDays).Select(day => day < view.First || day > view.Last ? "      " : Cell(view, day));
            text.Append(string.Concat(cells).TrimEnd()).Append('\n');
        }

        text.Append('\n');
    }

    private static string Cell(PlanView view, DateOnly day)
    {
        var posts = view.Items.Count(item => item.Stands && view.DayOf(item.At) == day);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day,3}{(posts == 0 ? "" : $"·{posts}"),-3}");
    }

    private static void Day(PlanView view, DateOnly day, StringBuilder text)
    {
        var lines = view.Items.Where(item => view.DayOf(item.At) == day).Select(item => (item.At, Line(item, view)))
            .Concat(view.Others.Where(entry => view.DayOf(entry.Start) == day).Select(entry => (At: entry.Start, $"  {Time(entry.Start, view)}  ({OneLine.Of(entry.Title)})")))
            .OrderBy(line => line.At).Select(line => line.Item2).ToArray();
        text.Append(day.ToString("ddd d MMM", CultureInfo.InvariantCulture)).Append(lines.Length == 0 ? "  –\n" : "\n");
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }

    private static string Line(PlannedItem item, PlanView view) =>
        $"  {Time(item.At, view)}  {Step(item.Step),-9}  {OneLine.Of(item.Title)}  [{string.Join(' ', item.Accounts)}]  {item.Id}";

    private static string Time(DateTimeOffset at, PlanView view) => view.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Step(PlanStep step) => step.ToString().ToLowerInvariant();

    private static void Item(Utf8JsonWriter json, PlannedItem item, PlanView view)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("at", view.Local(item.At));
        json.WriteString("step", Step(item.Step));
        json.WriteString("title", item.Title);
        json.WriteTexts("accounts", item.Accounts);
        json.WriteString("campaign", item.Campaign);
        json.WriteString("reason", item.Reason);
        json.WriteEndObject();
    }
}
