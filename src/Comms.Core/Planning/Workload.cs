namespace Comms.Core.Planning;

/// <summary>What a plan takes of a team's week, line by line, and which stage of conversation is left for. Only a plan makes one.</summary>
public sealed class Workload
{
    private const double DaysOfWeek = 7;
    private const double WorkingDays = 5;
    private const double MinutesOfHour = 60;

    private Workload(TeamTime team, PlanWindow window, StageScale scale)
    {
        var weeks = (window.Last.DayNumber - window.First.DayNumber + 1) / DaysOfWeek;
        var steps = window.Plan.Workflows.Where(work => work.Due is null || (work.Due >= window.First && work.Due <= window.Last)).Sum(work => work.Left.TotalMinutes);
        AvailableMinutes = team.People * team.HoursPerWeek * MinutesOfHour;
        Lines =
        [
            new("posts", window.Items.Count / weeks * team.MinutesPerPost),
            new("checks for mentions", team.ChecksPerDay * WorkingDays * team.MinutesPerCheck),
            new("work in steps", steps / weeks),
        ];
        NeededMinutes = Lines.Sum(line => line.Minutes);
        Stages = [.. scale.Stages.Select(stage => new StageCost(stage.Stage, Cost(team, stage)))];
        var left = AvailableMinutes - Lines[0].Minutes - Lines[2].Minutes;
        Sustains = Stages.LastOrDefault(stage => stage.Minutes <= left)?.Stage;
        FirstToDrop = window.Items.Where(item => item.Step is not PlanStep.Published).OrderBy(item => item.Campaign is not null)
            .ThenBy(item => item.Step).ThenByDescending(item => item.At).ThenBy(item => item.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>Minutes a week that the team has.</summary>
    public double AvailableMinutes { get; }

    /// <summary>Minutes a week that the plan takes, answers not counted.</summary>
    public double NeededMinutes { get; }

    /// <summary>By how many minutes a week it is too much; 0 or less when it is not.</summary>
    public double OverMinutes => NeededMinutes - AvailableMinutes;

    /// <summary>What the minutes go into.</summary>
    public IReadOnlyList<WorkloadLine> Lines { get; }

    /// <summary>What each stage of conversation costs a week beside the posts: checks and answers.</summary>
    public IReadOnlyList<StageCost> Stages { get; }

    /// <summary>The highest stage that the minutes beside the posts bear; null when they bear none.</summary>
    public ConversationStage? Sustains { get; }

    /// <summary>The post that would be missed least: outside a campaign, least far on, latest. Null when none is planned.</summary>
    public PlannedItem? FirstToDrop { get; }

    /// <summary>Weighs the days of a plan, from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <param name="plan">The plan, with its team.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day; not before the first.</param>
    /// <param name="scale">What the stages ask; null for the scale that ships.</param>
    /// <exception cref="ArgumentException">The plan names no team, or a figure is out of its range.</exception>
    public static Workload Of(Plan plan, DateOnly first, DateOnly last, StageScale? scale = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, last);
        var team = plan.Team ?? throw new ArgumentException("The plan names no team.", nameof(plan));
        team.Check();
        return new Workload(team, new PlanWindow(plan, first, last), scale ?? StageScale.Shipped);
    }

    private static double Cost(TeamTime team, StageThreshold stage) =>
        (stage.ChecksPerDay * WorkingDays * team.MinutesPerCheck)
        + (stage.AnsweredShare * team.MessagesPerWeek * team.MinutesPerAnswer)
        + (stage.BegunPerWeek * team.MinutesPerAnswer)
        + (stage.MadeTogetherPerWeek * team.MinutesPerPost);
}

/// <summary>One kind of work of a <see cref="Workload"/>.</summary>
/// <param name="What">As <c>posts</c>.</param>
/// <param name="Minutes">Minutes a week.</param>
public sealed record WorkloadLine(string What, double Minutes);

/// <summary>What a stage of conversation costs.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Minutes">Minutes a week beside the posts.</param>
public sealed record StageCost(ConversationStage Stage, double Minutes);
