using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Exercises.Publics;

/// <summary>How a rumour spreads among simulated people: dated data of <c>seeds/planning/rumour-spread.json</c>, each figure an assumption and marked as one.</summary>
internal sealed record SpreadRules(
    int FirstHearers,
    double Believes,
    double PassesOn,
    double ReachesTie,
    double Posts,
    double DoubterAsks,
    double FollowerSees,
    double IsConvinced,
    double PassesCorrectionOn,
    double HoursToPassOn,
    double HoursToSee)
{
    private static readonly Lazy<SpreadRules> Read = new(() => TextData.Read("planning/rumour-spread.json", SpreadJson.Default.SpreadFile).Rules);

    public static SpreadRules Shipped => Read.Value;
}

internal sealed record SpreadFile(int Version, DateOnly Checked, string Source, string Note, SpreadRules Rules);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SpreadFile))]
internal sealed partial class SpreadJson : JsonSerializerContext;
