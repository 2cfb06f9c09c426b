using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Openings;
using Comms.Core.Triage;

namespace Comms.Core.Insights.Unheard;

/// <summary>
/// Counts who and what a survey names, and who and what the messages do, and keeps no message. Something is not heard when
/// its share of the messages is lower by more than three standard errors: as with control charts, so that among many
/// compared hardly one is named by chance.
/// </summary>
internal sealed class UnheardSurvey(UnheardRequest request)
{
    private readonly Dictionary<(VoiceKind Kind, string Name), (long Answers, long Messages)> _voices = [];
    private readonly Dictionary<VoiceKind, (long Answers, long Messages)> _telling = [];
    private (long Answers, long Messages) _all;

    public void Add(TriagedMessage message)
    {
        var day = Zones.DayOf(message.At, request.Zone);
        if (day > request.LastDay || day <= request.LastDay.AddDays(-request.Days))
        {
            return;
        }

        var isAnswer = request.Survey.Count > 0 ? request.Survey.Contains(message.Source) : message.Act == Act.Answer;
        _all = OneMore(_all, isAnswer);
        Count(VoiceKind.Theme, message.Findings.Themes.Select(theme => theme.Name), isAnswer, isTold: true);
        Count(VoiceKind.Place, message.Place is { } place ? [place] : [], isAnswer, message.Place is not null);
        Count(VoiceKind.Service, message.Service is { } service ? [service] : [], isAnswer, message.Service is not null);
        Count(VoiceKind.Group, message.Groups, isAnswer, message.Groups.Count > 0);
    }

    public UnheardReport Make()
    {
        VoiceKind[] notTold = [.. _telling.Where(kind => kind.Value is { Answers: > 0, Messages: 0 }).Select(kind => kind.Key).Order()];
        var compared = _voices.Where(voice => voice.Value.Answers >= request.FewestShown && !notTold.Contains(voice.Key.Kind)).ToList();
        return new UnheardReport(
            request,
            _all.Answers,
            _all.Messages,
            [.. compared.Select(voice => Unheard(voice.Key, voice.Value)).Where(voice => voice.LeastGap > 0).OrderByDescending(voice => voice.LeastGap).ThenBy(voice => voice.Name, StringComparer.Ordinal)],
            compared.Count,
            notTold);
    }

    private static (long Answers, long Messages) OneMore((long Answers, long Messages) counts, bool isAnswer) =>
        isAnswer ? (counts.Answers + 1, counts.Messages) : (counts.Answers, counts.Messages + 1);

    private void Count(VoiceKind kind, IEnumerable<string> names, bool isAnswer, bool isTold)
    {
        if (isTold)
        {
            _telling[kind] = OneMore(_telling.GetValueOrDefault(kind), isAnswer);
        }

        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            _voices[(kind, name)] = OneMore(_voices.GetValueOrDefault((kind, name)), isAnswer);
        }
    }

    private UnheardVoice Unheard((VoiceKind Kind, string Name) voice, (long Answers, long Messages) counts)
    {
        var telling = _telling[voice.Kind];
        var survey = new Proportion(counts.Answers, telling.Answers);
        var isSmall = counts.Messages > 0 && counts.Messages < request.FewestShown;
        var atMost = isSmall ? Math.Min(request.FewestShown - 1, telling.Messages) : counts.Messages; // What is not told does not show in the gap either.
        var gap = -Differences.OfShares(survey, new Proportion(atMost, telling.Messages), ControlRules.Shipped.LimitSigmas).High;
        return new UnheardVoice(voice.Kind, voice.Name, survey, isSmall ? null : counts.Messages, telling.Messages, gap);
    }
}
