using System.Globalization;
using Comms.Core.Cases.Consultations;

namespace CommsDesk.Configuration;

/// <summary>Reads what the public is asked: <c>[{"id","title","from","to","hashtag","questions":[{"id","text","words"}]}]</c>.</summary>
internal static class ConsultationReader
{
    public static IReadOnlyList<Consultation> Read(JsonWalk root) => [.. root.Objects("consultations").Select(Consultation)];

    private static Consultation Consultation(JsonWalk one)
    {
        one.Allow("id", "title", "from", "to", "hashtag", "questions");
        return new Consultation
        {
            Id = one.Text("id", required: true) ?? "",
            Title = one.Text("title", required: true) ?? "",
            From = Day(one, "from"),
            To = Day(one, "to"),
            Hashtag = one.Text("hashtag"),
            Questions = [.. one.Objects("questions").Select(Question)],
        };
    }

    private static ConsultationQuestion Question(JsonWalk question)
    {
        question.Allow("id", "text", "words");
        return new ConsultationQuestion { Id = question.Text("id", required: true) ?? "", Text = question.Text("text", required: true) ?? "", Words = question.Texts("words") };
    }

    private static DateOnly Day(JsonWalk one, string name)
    {
        var text = one.Text(name, required: true);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || text is null)
        {
            return day;
        }

        one.Fault(name, $"'{text}' is no day: write it as 2026-11-27");
        return default;
    }
}
