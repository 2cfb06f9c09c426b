using System.Globalization;

namespace Comms.Core.Triage.Corrections;

/// <summary>Says in words which judgements corrections decided.</summary>
internal static class CorrectionWords
{
    private const int MostNamed = 5;

    public static IEnumerable<string> Of(TriageResult result)
    {
        foreach (var decision in result.Local.Decisions.Items.ToArray())
        {
            yield return Of(decision, result.Local.Layer);
        }
    }

    public static string Of(in Learnt decision, CorrectionLayer layer)
    {
        if (decision.Said is { } said)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Name(said.Heading, said.Label, decision.Up)}: {said.By} said so on {said.At:yyyy-MM-dd} (correction {said.Number})");
        }

        return decision.Label < 0
            ? "corrections turned the other sentiments down"
            : Learnt(layer.Labels[decision.Label], decision.Up);
    }

    public static string Learnt(LocalLabel label, bool up)
    {
        var corrections = label.Corrections(up);
        var named = string.Join(", ", corrections.TakeLast(MostNamed).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        var from = corrections.Count switch
        {
            1 => $"correction {named}",
            <= MostNamed => $"corrections {named}",
            var count => string.Create(CultureInfo.InvariantCulture, $"{count} corrections, the last {named}"),
        };
        return $"{Name(label.Name.Heading, label.Name.Label, up)}: learnt from {from}";
    }

    private static string Name(Heading heading, string label, bool holds) =>
        $"{(holds ? "" : "not ")}{heading.ToString().ToLowerInvariant()} {label}";
}
