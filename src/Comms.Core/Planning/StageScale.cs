using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Planning;

/// <summary>What each stage of conversation asks of a team, from dated data. Immutable and safe to share between threads.</summary>
public sealed class StageScale
{
    private const string ShippedName = "planning/conversation-stages.json";
    private static readonly Lazy<StageScale> LazyShipped = new(ReadShipped);

    private StageScale(IReadOnlyList<StageThreshold> stages) => Stages = stages;

    /// <summary>The scale in this package.</summary>
    public static StageScale Shipped => LazyShipped.Value;

    /// <summary>What each stage asks, the lowest first.</summary>
    public IReadOnlyList<StageThreshold> Stages { get; }

    /// <summary>Reads a scale in the form of <c>seeds/planning/conversation-stages.json</c>.</summary>
    /// <param name="json">UTF-8; read to its end, not closed.</param>
    /// <exception cref="CommsException">The data cannot be read; the message says why.</exception>
    public static StageScale Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var stages = JsonSerializer.Deserialize(json, StageJson.Default.StageFile)!.Stages;
            return stages.Select(stage => stage.Stage).SequenceEqual(Enum.GetValues<ConversationStage>())
                ? new StageScale(stages)
                : throw new CommsException("The conversation stages cannot be read: each stage stands once, the lowest first.");
        }
        catch (JsonException fault)
        {
            throw new CommsException($"The conversation stages cannot be read: {fault.Message}", fault);
        }
    }

    private static StageScale ReadShipped()
    {
        using var stream = TextData.Open(ShippedName);
        return Read(stream);
    }
}

/// <summary>What a stage asks of a team in a week.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="AnsweredShare">The share of messages that ask for an answer and get one, from 0 to 1.</param>
/// <param name="WithinHours">By when half of the answers are given, in hours; null where the stage asks nothing.</param>
/// <param name="BegunPerWeek">Conversations of others that the team joins or begins.</param>
/// <param name="MadeTogetherPerWeek">Things made together with the public: a post passed on, a question put and its answers used.</param>
/// <param name="ChecksPerDay">How often mentions are looked at.</param>
public sealed record StageThreshold(
    ConversationStage Stage, double AnsweredShare, double? WithinHours, double BegunPerWeek, double MadeTogetherPerWeek, double ChecksPerDay);

internal sealed record StageFile(int Version, IReadOnlyList<StageThreshold> Stages);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StageFile))]
internal sealed partial class StageJson : JsonSerializerContext;
