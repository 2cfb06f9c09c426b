namespace Comms.Core.Listening.Topics;

/// <summary>Counts each topic and finds the bursts of a survey. What nobody watched shares one rate of false alarms.</summary>
internal sealed class TopicCounts(TopicRequest request, TopicSurvey survey)
{
    private readonly int _skipped = survey.FirstHour - survey.HistoryHours;
    private readonly int _unwatched = Math.Max(1, survey.Names.Count - survey.Topics);
    private readonly bool _known = survey.HistoryHours >= TopicReport.FewestHistoryHours;

    /// <returns>The topics in the order of the request, and what rose, the latest first.</returns>
    public (IReadOnlyList<TopicCount> Topics, IReadOnlyList<Burst> Bursts) Read()
    {
        var finder = new BurstFinder(survey.HoursOfWeek()[_skipped..], survey.HistoryHours, request.FewestVoices);
        var topics = request.Topics.Select(topic => new TopicCount(topic.Name, 0, 0, _known ? 0 : null, 0)).ToArray();
        var bursts = new List<Burst>();
        var hourly = new int[survey.Hours - _skipped];
        foreach (var uses in survey.BySubject().Where(IsLookedAt))
        {
            var subject = uses[0].Subject;
            Fill(hourly, uses);
            var (hours, usual) = Rises(subject, hourly) ? finder.Find(hourly, RateOf(subject)) : ([], 0);
            bursts.AddRange(Join(hours).Select(run => Told(run, uses)));
            if (IsWatched(subject))
            {
                topics[subject] = Counted(topics[subject].Topic, uses, hourly, _known ? usual : null);
            }
        }

        return (topics, [.. bursts.OrderByDescending(burst => burst.From).ThenBy(burst => burst.Chance).ThenBy(burst => burst.Topic, StringComparer.Ordinal)]);
    }

    private bool IsWatched(int subject) => subject < survey.Topics;

    private bool IsLookedAt(ArraySegment<Use> uses) => IsWatched(uses[0].Subject) || (_known && uses.Count >= request.FewestVoices);

    /// <summary>A topic's usual is told even where it cannot have a burst; most hashtags are never more than a few.</summary>
    private bool Rises(int subject, int[] hourly) => _known && (IsWatched(subject) || Now(hourly).Max() >= request.FewestVoices);

    private double RateOf(int subject) => IsWatched(subject) ? request.FalseAlarmRate : request.FalseAlarmRate / _unwatched;

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

    /// <summary>The hours of the days looked at.</summary>
    private ArraySegment<int> Now(int[] hourly) => new(hourly, survey.HistoryHours, hourly.Length - survey.HistoryHours);

    private TopicCount Counted(string name, ArraySegment<Use> uses, int[] hourly, double? usual)
    {
        var now = uses.Where(use => use.Node >= 0).ToList();
        return new TopicCount(name, now.Count, now.Select(use => use.Voice).Distinct().Count(), usual, Now(hourly).Sum());
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

    private Burst Told(List<BurstHour> run, ArraySegment<Use> uses)
    {
        var subject = uses[0].Subject;
        var rarest = run.MinBy(hour => hour.Chance);
        var begins = run[0].Hour + _skipped;
        var first = uses.Where(use => use.Hour == begins).Select(use => survey.Nodes[use.Node]).MinBy(node => (node.At, node.Id))!;
        return new Burst
        {
            Topic = survey.Names[subject],
            Watched = IsWatched(subject),
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
