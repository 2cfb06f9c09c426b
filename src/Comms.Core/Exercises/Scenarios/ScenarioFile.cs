using System.Text.Json.Serialization;
using Comms.Core.Calendars;
using Comms.Core.Publishing;

namespace Comms.Core.Exercises.Scenarios;

/// <summary>A scenario as it is written, in the form of <c>seeds/schemas/exercise.schema.json</c>, version 1.</summary>
internal sealed record ScenarioFile(
    int Version,
    string Name,
    TimeSpan Ends,
    IReadOnlyList<MoveFile> Moves,
    IReadOnlyList<RoleFile> Roles,
    IReadOnlyList<AccountFile> Accounts,
    IReadOnlyList<InjectFile> Injects)
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    public string Zone { get; set; } = "Europe/London";

    public string Nation { get; set; } = "england";

    public string About { get; set; } = "";

    public ulong Seed { get; set; } = 1;

    public TimeSpan ListenEvery { get; set; } = TimeSpan.FromMinutes(15);

    public IReadOnlyList<WaveFile> Waves { get; set; } = [];

    public IReadOnlyList<RumourFile> Rumours { get; set; } = [];

    public PopulationFile? Population { get; set; }

    public IReadOnlyList<PauseFile> Pauses { get; set; } = [];

    public IReadOnlyList<ExpectationFile> Expectations { get; set; } = [];

    public IReadOnlyList<ActFile> Play { get; set; } = [];
}

/// <summary>From an offset the situation is so far on.</summary>
internal sealed record MoveFile(string Id, string Title, TimeSpan Starts, DateTime Situation);

/// <summary>Who plays, and what they may do.</summary>
internal sealed record RoleFile(string Id, IReadOnlyList<string> Roles)
{
    public string? Team { get; set; }
}

/// <summary>A simulated account: nothing on it leaves the exercise.</summary>
internal sealed record AccountFile(string Id)
{
    public string? Platform { get; set; }

    public QuotaFile? Quota { get; set; }
}

/// <summary>How many posts the account takes in a span, and how many of them are kept for the crisis.</summary>
internal sealed record QuotaFile(int Posts, TimeSpan Per)
{
    public int Reserve { get; set; }

    public Quota Of() => new() { Posts = Posts, Per = Per, Reserve = Reserve };
}

/// <summary>Something that players are told, and perhaps a message that the desk hears.</summary>
internal sealed record InjectFile(string Id, string Title, string Text)
{
    public TimeSpan At { get; set; }

    public string? After { get; set; }

    public string From { get; set; } = "Control";

    public IReadOnlyList<string> To { get; set; } = [];

    public string By { get; set; } = "message";

    public bool Alarm { get; set; }

    public ConditionFile? When { get; set; }

    public HeardFile? Message { get; set; }
}

/// <summary>A message that comes with an inject.</summary>
internal sealed record HeardFile(string Source, string Text)
{
    public string? Author { get; set; }

    public string Kind { get; set; } = "public";

    public long? Followers { get; set; }
}

/// <summary>Many messages of a public, made of templates.</summary>
internal sealed record WaveFile(string Id, string Source, TimeSpan From, TimeSpan To, int Count, IReadOnlyList<string> Texts)
{
    public WaveShape Shape { get; set; }

    public ConditionFile? While { get; set; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; set; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>How a wave comes and goes.</summary>
internal enum WaveShape
{
    Even,
    Rising,
    Falling,
    Peak,
}

/// <summary>Something untrue that spreads, and the words by which a post is known to correct it.</summary>
internal sealed record RumourFile(string Id, string Claim, TimeSpan Starts, IReadOnlyList<string> Says)
{
    public string? Source { get; set; }

    public IReadOnlyList<string> Repeats { get; set; } = [];

    public IReadOnlyList<string> Asks { get; set; } = [];
}

/// <summary>The simulated people among whom rumours spread.</summary>
internal sealed record PopulationFile(int People)
{
    public int Ties { get; set; } = 8;

    public int Followers { get; set; }

    public int Amplifiers { get; set; }
}

/// <summary>The exercise stands still for so long on the wall.</summary>
internal sealed record PauseFile(TimeSpan At, TimeSpan Lasts, string Why);

/// <summary>What good players do, and by when. Exactly one of the last six says how it is seen.</summary>
internal sealed record ExpectationFile(string Id, string Title, TimeSpan Within)
{
    public TimeSpan At { get; set; }

    public string? After { get; set; }

    public bool Must { get; set; }

    public int Score { get; set; } = 1;

    public string Lesson { get; set; } = "";

    public PublishFile? Publish { get; set; }

    public IReadOnlyList<string>? Silence { get; set; }

    public bool? Hold { get; set; }

    public RouteFile? Route { get; set; }

    public CaseFile? Case { get; set; }

    public string? Judge { get; set; }
}

/// <summary>A post that says all of these words, on all of these accounts.</summary>
internal sealed record PublishFile(IReadOnlyList<string> Says)
{
    public IReadOnlyList<string> Accounts { get; set; } = [];
}

/// <summary>The message of an inject goes to a team.</summary>
internal sealed record RouteFile(string Inject, string Team);

/// <summary>Something is done in the case that an inject's message opened.</summary>
internal sealed record CaseFile(string Inject, CaseDeed Is);

internal enum CaseDeed
{
    Own,
    Acknowledge,
    Answer,
    Close,
}

/// <summary>What must be so for something to happen: exactly one of its members.</summary>
internal sealed record ConditionFile
{
    public string? Met { get; set; }

    public string? Missed { get; set; }

    public string? Delivered { get; set; }

    public ConditionFile? Not { get; set; }

    public IReadOnlyList<ConditionFile>? All { get; set; }

    public IReadOnlyList<ConditionFile>? Any { get; set; }
}

/// <summary>One act of a scripted player.</summary>
internal sealed record ActFile(TimeSpan At, string As, Deed Do)
{
    public string? Key { get; set; }

    public string? Text { get; set; }

    public IReadOnlyList<string> Accounts { get; set; } = [];

    public IReadOnlyDictionary<string, string> Variants { get; set; } = new Dictionary<string, string>();

    public TimeSpan? For { get; set; }

    public bool Crisis { get; set; }

    public PostPurpose Purpose { get; set; }

    public string? Reason { get; set; }

    public string? Inject { get; set; }

    public string? Expectation { get; set; }

    public ResumeAs How { get; set; }

    public ConditionFile? When { get; set; }
}

internal enum Deed
{
    Draft,
    Approve,
    Reject,
    Schedule,
    Hold,
    Resume,
    Own,
    Acknowledge,
    Answer,
    Close,
    Judge,
}
