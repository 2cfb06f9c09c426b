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
            From = one.Day("from"),
            To = one.Day("to"),
            Hashtag = one.Text("hashtag"),
            Questions = [.. one.Objects("questions").Select(Question)],
        };
    }

    private static ConsultationQuestion Question(JsonWalk question)
    {
        question.Allow("id", "text", "words");
        return new ConsultationQuestion { Id = question.Text("id", required: true) ?? "", Text = question.Text("text", required: true) ?? "", Words = question.Texts("words") };
    }
}
