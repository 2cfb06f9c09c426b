using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Insights.Funnels;

/// <summary>How far units of a size may lie apart: dated data of <c>seeds/insights/funnel.json</c>, which says what each figure means.</summary>
internal sealed record FunnelRules(double Warning, double Alarm, double WinsorShare, int FewestForSpread)
{
    private static readonly Lazy<FunnelRules> Read = new(() => TextData.Read("insights/funnel.json", FunnelJson.Default.FunnelFile).Rules);

    public static FunnelRules Shipped => Read.Value;
}

internal sealed record FunnelFile(int Version, DateOnly Checked, string Source, string Note, FunnelRules Rules);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FunnelFile))]
internal sealed partial class FunnelJson : JsonSerializerContext;
