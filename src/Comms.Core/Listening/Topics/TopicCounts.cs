namespace Comms.Core.Listening.Topics;

/// <summary>Counts each topic and finds the bursts of a survey. What nobody watched shares one rate of false alarms.</summary>
internal sealed class TopicCounts(TopicRequest request, TopicSurvey survey)
{
    private readonly int _skipped = survey.FirstHour - survey.HistoryHours;
    private readonly List<Burst> _bursts = [];

    /// <summary>What rose, the latest first.</summary>
    public IReadOnlyList<Burst> Bursts => [.. _bursts.OrderByDescending(burst => burst.From).ThenBy(burst => burst.Chance).ThenBy(burst => burst.Topic, StringComparer.Ordinal)];

    public IReadOnlyList<TopicCount> Count()
    {
        var known = survey.HistoryHours >= TopicReport.FewestHistoryHours;
        var finder = new BurstFinder(survey.HoursOfWeek()[_skipped..], survey.HistoryHours, request.FewestVoices);
        var unwatched = Math.Max(1, survey.Names.Count - survey.Topics);
        var counted = request.Topics.Select(topic => new TopicCount(topic.Name, 0, 0, Usual: null, 0)).ToArray();
        var hourly = new int[survey.Hours - _skipped];
        foreach (var uses in survey.BySubject())
        {
            var (subject, watched) = (uses[0].Subject, uses[0].Subject < survey.Topics);
            if (watched || known)
            {
                Fill(hourly, uses);
                var rises = known && (watched || Largest(hourly) >= request.FewestVoices);
                var (bursts, usual) = rises ? finder.Find(hourly, watched ? request.FalseAlarmRate : request.FalseAlarmRate / unwatched) : ([], 0);
                _bursts.AddRange(Join(bursts).Select(run => Told(subject, watched, run, uses)));
                if (watched)
                {
                    counted[subject] = Counted(counted[subject].Topic, uses, hourly, known ? usual : null);
                }
            }
        }

        return counted;
    }

    private void Fill(int[] hourly, ArraySegment<Use> uses)
    {
        Array.Clear(hourly);
        for (var at = 0; at < uses.Count; at++)
        {
            var again = at > 0 && uses[at].Hour == uses[at - 1].Hour && uses[at].Voice == uses[at - 1].Voice;
            if (!again && uses[at].Hour >= _skipped)
            {
                hourly[uses[at].Hour - _skipped]++;
            }
        }
    }

    private int Largest(int[] hourly) => hourly[survey.HistoryHours..].Max();

    private TopicCount Counted(string name, ArraySegment<Use> uses, int[] hourly, double? usual)
    {
        var now = uses.Where(use => use.Node >= 0).ToList();
        return new TopicCount(name, now.Count, now.Select(use => use.Voice).Distinct().Count(), usual, hourly[survey.HistoryHours..].Sum());
    }

    /// <summary>Hours that follow each other are one burst.</summary>
    private static IEnumerable<List<BurstHour>> Join(List<BurstHour> hours)
    {
        var run = new List<BurstHour>();
        foreach (var hour in hours)
        {
            if (run.Count > 0 && hour.Hour != run[^1].Hour + 1)
            {
                yield return run;
                run = [];
            }

            run.Add(hour);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private Burst Told(int subject, bool watched, List<BurstHour> run, ArraySegment<Use> uses)
    {
        var rarest = run.MinBy(hour => hour.Chance);
        var begins = run[0].Hour + _skipped;
        var first = uses.Where(use => use.Hour == begins).Select(use => survey.Nodes[use.Node]).MinBy(node => (node.At, node.Id))!;
        return new Burst
        {
            Topic = survey.Names[subject],
            Watched = watched,
            From = survey.TimeOf(begins),
            Hours = run.Count,
            Voices = rarest.Voices,
            Usual = rarest.Usual,
            Chance = rarest.Chance,
            FirstMessage = first.Id,
            FirstUrl = first.Url,
        };
    }
}
