using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Listening.Topics;

/// <summary>
/// Takes messages one by one, in any order. Keeps sixteen bytes for each use of a topic or hashtag, and of the days looked at what
/// the threads are made of; no words.
/// </summary>
internal sealed class TopicSurvey
{
    private readonly TopicRequest _request;
    private readonly TopicMatcher _matcher;
    private readonly DateTimeOffset _start;
    private readonly bool[] _weeks;
    private readonly Dictionary<(string Source, string Handle), int> _voices = [];
    private readonly Dictionary<string, int> _subjects = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names;
    private readonly List<Use> _uses = [];
    private int _nextVoice;

    public TopicSurvey(TopicRequest request)
    {
        _request = request;
        _matcher = new TopicMatcher(request.Topics);
        _names = [.. request.Topics.Select(topic => topic.Name)];
        var from = request.From.UtcDateTime;
        FirstHour = request.HistoryWeeks * HourlyBaseline.HoursOfWeek;
        _start = new DateTimeOffset(from.Date.AddHours(from.Hour), TimeSpan.Zero).AddHours(-FirstHour);
        Hours = HourOf(request.To.AddTicks(-1)) + 1;
        _weeks = new bool[request.HistoryWeeks];
    }

    /// <summary>How many hours there are, from the first that may say what is usual.</summary>
    public int Hours { get; }

    /// <summary>The first hour of the days looked at.</summary>
    public int FirstHour { get; }

    /// <summary>The messages of the days looked at.</summary>
    public List<HeardNode> Nodes { get; } = [];

    public int Topics => _request.Topics.Count;

    /// <summary>The topics first, then every hashtag that is none.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>How many hours say what is usual: back to the last week in which nothing was heard.</summary>
    public int HistoryHours => (_weeks.Length - 1 - Array.LastIndexOf(_weeks, false)) * HourlyBaseline.HoursOfWeek;

    public DateTimeOffset TimeOf(int hour) => _start.AddHours(hour);

    /// <summary>Which hour of the week each hour is by the clock of the zone, 0 the first of Sunday.</summary>
    public byte[] HoursOfWeek()
    {
        var hours = new byte[Hours];
        for (var hour = 0; hour < Hours; hour++)
        {
            var local = Zones.ToLocal(TimeOf(hour), _request.Zone);
            hours[hour] = (byte)(((int)local.DayOfWeek * 24) + local.Hour);
        }

        return hours;
    }

    /// <summary>Takes a message. What is only a sign of liking says nothing, and what surveys gather comes when their batch does.</summary>
    public void Add(Message message)
    {
        if (message is { DeletedAt: not null } or { Act: Act.Like or Act.Answer } || message.At >= _request.To || message.At < _start)
        {
            return;
        }

        var hour = HourOf(message.At);
        if (hour < FirstHour)
        {
            _weeks[hour / HourlyBaseline.HoursOfWeek] = true;
        }

        var tags = Hashtags.In(message.Text);
        var topics = _matcher.Find(message.Text, tags);
        var voice = VoiceOf(message);
        foreach (var subject in topics.Concat(tags.Where(tag => !_matcher.Watches(tag)).Select(SubjectOf)))
        {
            _uses.Add(new Use(subject, hour, voice, hour < FirstHour ? -1 : Nodes.Count));
        }

        if (hour >= FirstHour)
        {
            Nodes.Add(new HeardNode(
                message.Id, message.Source, message.ItemId, message.InReplyTo, voice, message.At, message.Url, message.Text.Contains('?', StringComparison.Ordinal), topics, tags));
        }
    }

    /// <summary>The uses of each topic and hashtag that was used, those of an hour and a voice side by side.</summary>
    public IEnumerable<ArraySegment<Use>> BySubject()
    {
        var uses = _uses.ToArray();
        Array.Sort(uses);
        for (var at = 0; at < uses.Length;)
        {
            var end = at;
            while (end < uses.Length && uses[end].Subject == uses[at].Subject)
            {
                end++;
            }

            yield return new ArraySegment<Use>(uses, at, end - at);
            at = end;
        }
    }

    private int HourOf(DateTimeOffset instant) => (int)((instant - _start).Ticks / TimeSpan.TicksPerHour);

    /// <summary>A person on one source; each message that is anonymous is a voice of its own.</summary>
    private int VoiceOf(Message message)
    {
        if (message.Author is not { Handle: var handle })
        {
            return _nextVoice++;
        }

        if (!_voices.TryGetValue((message.Source, handle), out var voice))
        {
            _voices.Add((message.Source, handle), voice = _nextVoice++);
        }

        return voice;
    }

    private int SubjectOf(string hashtag)
    {
        if (!_subjects.TryGetValue(hashtag, out var subject))
        {
            _subjects.Add(hashtag, subject = _names.Count);
            _names.Add(hashtag);
        }

        return subject;
    }
}

/// <summary>One voice that used a topic or hashtag in an hour.</summary>
/// <param name="Subject">The topic or hashtag, by its place among the names.</param>
/// <param name="Hour">The hour, counted from the first that may say what is usual.</param>
/// <param name="Voice">Who.</param>
/// <param name="Node">The message's place among those of the days looked at; −1 before them.</param>
internal readonly record struct Use(int Subject, int Hour, int Voice, int Node) : IComparable<Use>
{
    public int CompareTo(Use other) => (Subject, Hour, Voice, Node).CompareTo((other.Subject, other.Hour, other.Voice, other.Node));
}
