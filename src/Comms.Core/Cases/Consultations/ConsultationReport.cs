namespace Comms.Core.Cases.Consultations;

/// <summary>What came in to a consultation, against its questions.</summary>
public sealed class ConsultationReport
{
    internal ConsultationReport(Consultation consultation, IReadOnlyList<CollectedResponse> responses, int restricted, int gone)
    {
        Consultation = consultation;
        Responses = responses;
        Restricted = restricted;
        Gone = gone;
        Questions = [.. consultation.Questions.Select(question => QuestionCount.Of(question, [.. responses.Where(response => response.Questions.Contains(question.Id, StringComparer.Ordinal))]))];
        Whole = QuestionCount.Of(null, responses);
    }

    /// <summary>The consultation.</summary>
    public Consultation Consultation { get; }

    /// <summary>Every response, the oldest first.</summary>
    public IReadOnlyList<CollectedResponse> Responses { get; }

    /// <summary>The counts of each question, in their order.</summary>
    public IReadOnlyList<QuestionCount> Questions { get; }

    /// <summary>The counts of all responses.</summary>
    public QuestionCount Whole { get; }

    /// <summary>Responses of which nobody knows yet which question they answer.</summary>
    public IEnumerable<CollectedResponse> Unsorted => Responses.Where(response => response.Questions.Count == 0);

    /// <summary>How many more are in restricted cases; not shown and not counted.</summary>
    public int Restricted { get; }

    /// <summary>How many more were removed since; not shown and not counted.</summary>
    public int Gone { get; }
}
