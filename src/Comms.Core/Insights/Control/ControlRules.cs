using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Insights.Control;

/// <summary>When a point of a control chart speaks: dated data of <c>seeds/insights/control.json</c>, which says what each figure means.</summary>
internal sealed record ControlRules(
    double LimitRanges,
    double ScreenRanges,
    double RangeOfSigma,
    double LimitSigmas,
    double CloseShare,
    int Shift,
    int Trend,
    int CloseOf,
    int CloseLeast,
    int FewestPoints,
    double FewestMean)
{
    private static readonly Lazy<ControlRules> Read = new(() => TextData.Read("insights/control.json", ControlJson.Default.ControlFile).Rules);

    public static ControlRules Shipped => Read.Value;
}

internal sealed record ControlFile(int Version, DateOnly Checked, string Source, string Note, ControlRules Rules);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ControlFile))]
internal sealed partial class ControlJson : JsonSerializerContext;
