using System.Globalization;
using Comms.Core.Calendars;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.Cases.Consultations;

/// <summary>
/// Finds which consultation a message answers, and which of its questions: by its hashtag or its title as a whole, and by the
/// number of a question or its words. What names none is left to a person. Pure.
/// </summary>
internal sealed class ResponseFinder(IReadOnlyList<Consultation> consultations, string zone)
{
    /// <returns>Null where it answers none; of several, that which ends last.</returns>
    public ConsultationResponse? Find(TriagedMessage message)
    {
        var day = Zones.DayOf(message.At, zone);
        return consultations.Where(one => day >= one.From && Names(one, message.Text)).MaxBy(one => one.To) is { } answered
            ? new ConsultationResponse { Consultation = answered.Id, Questions = [.. answered.Questions.Where(question => Answers(question, message.Text)).Select(question => question.Id)] }
            : null;
    }

    /// <summary>Why a person may not log a response so; null when they may.</summary>
    public string? Against(ConsultationResponse response)
    {
        var known = consultations.FirstOrDefault(one => one.Id == response.Consultation);
        var unknown = known is null ? null : response.Questions.FirstOrDefault(id => known.Questions.All(question => question.Id != id));
        return consultations.Count == 0 ? "there is no consultation"
            : known is null ? $"there is no consultation {response.Consultation}; there is {Wording.List([.. consultations.Select(one => one.Id)])}"
            : unknown is null ? null
            : $"{known.Id} has no question {unknown}; it has {Wording.List([.. known.Questions.Select(question => question.Id)])}";
    }

    private static bool Names(Consultation one, string text) =>
        WholeWords.Stand(one.Title, text) || (one.Hashtag is { } tag && WholeWords.Stand(tag, text));

    private static bool Answers(ConsultationQuestion question, string text) =>
        question.Words.Any(word => WholeWords.Stand(word, text))
        || (int.TryParse(question.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && (WholeWords.Stand("question " + question.Id, text) || WholeWords.Stand("Q" + question.Id, text) || WholeWords.Stand("cwestiwn " + question.Id, text)));
}
