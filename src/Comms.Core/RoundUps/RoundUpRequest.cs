using Comms.Core.Text;

namespace Comms.Core.RoundUps;

/// <summary>Which round-up is wanted, and by which rules.</summary>
public sealed record RoundUpRequest
{
    /// <summary>The team's id in the policy.</summary>
    public required string Team { get; init; }

    /// <summary>The team's name, as readers know it.</summary>
    public required string TeamName { get; init; }

    /// <summary>The first instant of the period.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The instant at which the period has ended: a message written at it belongs to the next.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The zone in which times are shown, as <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>How many messages make a round-up; with fewer, each is passed on by itself. 1 or more. Default: 5.</summary>
    public int Enough { get; init; } = 5;

    /// <summary>Why that many, in words; printed where it decided.</summary>
    public string EnoughBecause { get; init; } = "a count of so few would say more about chance than about the week";

    /// <summary>The policy that routed the messages, with its version; named at the end. Default: <c>default</c>.</summary>
    public string Policy { get; init; } = "default";

    /// <summary>Which findings mean what to a round-up. Default: the words of the starter policy.</summary>
    public RoundUpVocabulary Vocabulary { get; init; } = new();

    /// <summary>Ids of messages that were held back until a person looked, and that a person has looked at. Default: none.</summary>
    public IReadOnlySet<string> Reviewed { get; init; } = new HashSet<string>();

    /// <summary>Duties that are open, in any order; those of the team that are overdue or due within a week are told. Default: none.</summary>
    public IReadOnlyList<DutyDue> Duties { get; init; } = [];

    /// <summary>What was done about what people said and may be told, as approved in the period; that of the team is told. Default: none.</summary>
    public IReadOnlyList<YouSaid> Outcomes { get; init; } = [];

    /// <summary>Good work online of the team's colleagues who wish to be named; it is told in a round-up. Default: none.</summary>
    public IReadOnlyList<GoodWork> GoodWork { get; init; } = [];

    /// <summary>The most cards of one section; what is left out is counted and named. 1 or more. Default: 10.</summary>
    public int MostCards { get; init; } = 10;

    /// <summary>
    /// The most messages an edition draws on, those of the greatest need first; that there were more is said in it. 1 or
    /// more. Default: 5,000.
    /// </summary>
    public int MostMessages { get; init; } = 5000;

    /// <summary>The most themes shown with a quotation; the rest are listed with their counts. 1 or more. Default: 6.</summary>
    public int MostThemes { get; init; } = 6;

    /// <summary>The longest quotation in UTF-16 units; longer ones are cut to whole sentences or words. 80 or more. Default: 320.</summary>
    public int LongestQuote { get; init; } = 320;

    /// <summary>The reader's speed, for the reading time. Default: 238 words a minute; see <see cref="ReadingTime"/>.</summary>
    public int WordsPerMinute { get; init; } = ReadingTime.WordsPerMinute;

    /// <summary>A request for one week, midnight to midnight in the zone.</summary>
    /// <param name="team">The team's id in the policy.</param>
    /// <param name="teamName">The team's name, as readers know it.</param>
    /// <param name="week">The week.</param>
    /// <param name="zone">The zone, as <c>Europe/London</c>.</param>
    /// <exception cref="ArgumentException">The zone is not known.</exception>
    public static RoundUpRequest ForWeek(string team, string teamName, IsoWeek week, string zone)
    {
        var clock = new ZoneClock(zone);
        return new RoundUpRequest
        {
            Team = team,
            TeamName = teamName,
            From = clock.StartOf(week.Monday),
            To = clock.StartOf(week.Monday.AddDays(7)),
            Zone = zone,
        };
    }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Team);
        ArgumentException.ThrowIfNullOrWhiteSpace(TeamName);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(To, From);
        ArgumentOutOfRangeException.ThrowIfLessThan(Enough, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostCards, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostMessages, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostThemes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestQuote, 80);
        ArgumentOutOfRangeException.ThrowIfLessThan(WordsPerMinute, 1);
    }
}
