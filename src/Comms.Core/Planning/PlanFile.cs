using System.Text.Json.Serialization;

namespace Comms.Core.Planning;

// Setters, not init: the serialiser would overwrite the defaults of init properties.
/// <summary>What stands behind a plan as it lies in its file: version 1 of <c>seeds/schemas/plan.schema.json</c>.</summary>
internal sealed record PlanFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    public required int Version { get; set; }

    public IReadOnlyList<string> Accounts { get; set; } = [];

    public IReadOnlyList<Campaign> Campaigns { get; set; } = [];

    public IReadOnlyList<PlanFileSeries> Series { get; set; } = [];

    public IReadOnlyList<PlanFileWorkflow> Workflows { get; set; } = [];

    public IReadOnlyList<PlanFileAudience> Audiences { get; set; } = [];

    public PlanFileTeam? Team { get; set; }

    public PlanFileRules Rules { get; set; } = new();

    public Plan ToPlan(string zone) => new()
    {
        Zone = zone,
        Accounts = Accounts,
        Campaigns = Campaigns,
        Series = [.. Series.Select(series => new Series { Name = series.Name, Pieces = series.Pieces, Done = series.Done })],
        Workflows = [.. Workflows.Select(work => new Workflow { Name = work.Name, Due = work.Due, Steps = work.Steps })],
        Audiences = [.. Audiences.Select(audience => new Audience { Name = audience.Name, Accounts = audience.Accounts })],
        Team = Team?.ToTeam(),
        Rules = Rules.ToRules(),
    };
}

internal sealed record PlanFileSeries
{
    public required string Name { get; set; }

    public required IReadOnlyList<string> Pieces { get; set; }

    public IReadOnlyList<SeriesPiece> Done { get; set; } = [];
}

internal sealed record PlanFileWorkflow
{
    public required string Name { get; set; }

    public DateOnly? Due { get; set; }

    public required IReadOnlyList<WorkflowStep> Steps { get; set; }
}

internal sealed record PlanFileAudience
{
    public required string Name { get; set; }

    public IReadOnlyList<string> Accounts { get; set; } = [];
}

internal sealed record PlanFileTeam
{
    private static readonly TeamTime Usual = new() { People = 1 };

    public required double People { get; set; }

    public double HoursPerWeek { get; set; } = Usual.HoursPerWeek;

    public double ChecksPerDay { get; set; } = Usual.ChecksPerDay;

    public double MinutesPerCheck { get; set; } = Usual.MinutesPerCheck;

    public double MinutesPerPost { get; set; } = Usual.MinutesPerPost;

    public double MinutesPerAnswer { get; set; } = Usual.MinutesPerAnswer;

    public double MessagesPerWeek { get; set; }

    public TeamTime ToTeam() => new()
    {
        People = People,
        HoursPerWeek = HoursPerWeek,
        ChecksPerDay = ChecksPerDay,
        MinutesPerCheck = MinutesPerCheck,
        MinutesPerPost = MinutesPerPost,
        MinutesPerAnswer = MinutesPerAnswer,
        MessagesPerWeek = MessagesPerWeek,
    };
}

internal sealed record PlanFileRules
{
    private static readonly PlanRules Usual = new();

    public int MostSilentDays { get; set; } = Usual.MostSilentDays;

    public int MostPerDay { get; set; } = Usual.MostPerDay;

    public double LeastMinutesApart { get; set; } = Usual.LeastApart.TotalMinutes;

    public double ApprovedHoursAhead { get; set; } = Usual.ApprovedAhead.TotalHours;

    public double LeastRegularity { get; set; } = Usual.LeastRegularity;

    public PlanRules ToRules() => new()
    {
        MostSilentDays = MostSilentDays,
        MostPerDay = MostPerDay,
        LeastApart = TimeSpan.FromMinutes(LeastMinutesApart),
        ApprovedAhead = TimeSpan.FromHours(ApprovedHoursAhead),
        LeastRegularity = LeastRegularity,
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlanFile))]
internal sealed partial class PlanJson : JsonSerializerContext;
