using System.Text.Json.Serialization;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Ledger;

namespace Comms.Core.Exercises.Sharing;

/// <summary>What is played, for other desks, as it is stored, version 1.</summary>
internal sealed record SharedScenario(ScenarioFile File)
{
    private const int Version = 1;

    public static RecordKey Key { get; } = new("exercise", "scenario");

    public byte[] Seal() => StoredRecord.Seal(Key.Kind, Version, this, SharingJson.Default.SharedScenario);

    public static SharedScenario Open(LedgerRecord record) => StoredRecord.Open(record, Version, SharingJson.Default.SharedScenario);
}

/// <summary>The situation's clock as the desk that plays last told it, as it is stored, version 1.</summary>
/// <param name="At">What it showed.</param>
/// <param name="Wall">When on the wall it showed that.</param>
/// <param name="Rate">How many seconds pass in one on the wall.</param>
/// <param name="Stop">What it does not pass before it is told anew: the next thing to happen.</param>
/// <param name="Paused">Whether it stands still.</param>
/// <param name="Ended">Whether the exercise is over.</param>
internal sealed record SharedClock(DateTimeOffset At, DateTimeOffset Wall, decimal Rate, DateTimeOffset Stop, bool Paused = false, bool Ended = false)
{
    private const int Version = 1;

    public static RecordKey Key { get; } = new("exercise-clock", "situation");

    public byte[] Seal() => StoredRecord.Seal(Key.Kind, Version, this, SharingJson.Default.SharedClock);

    public static SharedClock Open(LedgerRecord record) => StoredRecord.Open(record, Version, SharingJson.Default.SharedClock);

    /// <summary>What it shows at an instant on the wall.</summary>
    public DateTimeOffset Shows(DateTimeOffset wall)
    {
        var passed = Paused || Ended || wall <= Wall ? 0 : (wall - Wall).Ticks * Rate;
        return passed < (Stop - At).Ticks ? At.AddTicks((long)passed) : Stop > At ? Stop : At;
    }
}

/// <summary>What controllers at other desks asked for, in order, as it is stored, version 1.</summary>
internal sealed record SharedAsks(IReadOnlyList<Ask> Asks)
{
    private const int Version = 1;

    public static RecordKey Key { get; } = new("exercise-asks", "controllers");

    public byte[] Seal() => StoredRecord.Seal(Key.Kind, Version, this, SharingJson.Default.SharedAsks);

    public static SharedAsks Open(LedgerRecord record) => StoredRecord.Open(record, Version, SharingJson.Default.SharedAsks);
}

/// <summary>One thing that a controller asked for.</summary>
internal sealed record Ask(string By, AskKind Kind, DateTimeOffset? To = null, InjectFile? Inject = null);

internal enum AskKind
{
    Pause,
    Resume,
    Jump,
    Inject,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(IsoDuration)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32)]
[JsonSerializable(typeof(SharedScenario))]
[JsonSerializable(typeof(SharedClock))]
[JsonSerializable(typeof(SharedAsks))]
internal sealed partial class SharingJson : JsonSerializerContext;
