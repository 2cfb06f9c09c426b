using System.Text.Json;
using Comms.Core.Text;

namespace Comms.Core.Planning;

/// <summary>Reads what stands behind a plan: campaigns, series, work in steps, audiences, people and rules.</summary>
public static class PlanReader
{
    private const int Newest = 1;

    /// <summary>Reads the form of <c>seeds/schemas/plan.schema.json</c>, version 1. The plan has no posts yet.</summary>
    /// <param name="json">UTF-8, with or without a byte-order mark.</param>
    /// <param name="zone">The team's zone.</param>
    public static PlanReading Read(ReadOnlyMemory<byte> json, string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        json = JsonText.WithoutMark(json);
        try
        {
            var file = JsonSerializer.Deserialize(json.Span, PlanJson.Default.PlanFile);
            return file is null ? Fault("line 1: it is not a JSON object") : Check(file, zone);
        }
        catch (JsonException fault)
        {
            return Fault(JsonText.Fault(fault));
        }
    }

    private static PlanReading Check(PlanFile file, string zone)
    {
        string[] faults =
        [
            .. file.Version is 0 or > Newest ? [$"version {file.Version}: this program reads version {Newest}"] : Array.Empty<string>(),
            .. file.Campaigns.Where(campaign => !campaign.Hashtag.StartsWith('#')).Select(campaign => $"campaign '{campaign.Hashtag}': a hashtag begins with #"),
            .. file.Campaigns.Where(campaign => campaign.To < campaign.From).Select(campaign => $"campaign {campaign.Hashtag}: it ends before it begins"),
            .. file.Series.SelectMany(series => SeriesProgress.Faults(
                new Series { Name = series.Name, Pieces = series.Pieces, Done = series.Done }, DateOnly.MaxValue)).Select(fault => $"series: {fault}"),
            .. file.Workflows.SelectMany(work => work.Steps.Where(step => step.Minutes < 0).Select(step => $"workflow {work.Name}: '{step.Name}' has less than no minutes")),
            .. OutOfRange(file.ToPlan(zone)),
        ];
        return faults.Length == 0 ? new PlanReading(file.ToPlan(zone), []) : new PlanReading(null, faults);
    }

    private static IEnumerable<string> OutOfRange(Plan plan)
    {
        foreach (var check in (Action[])[plan.Rules.Check, () => plan.Team?.Check()])
        {
            if (Fails(check) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static string? Fails(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (ArgumentOutOfRangeException fault)
        {
            return $"{fault.ParamName}: {fault.ActualValue} is out of its range";
        }
    }

    private static PlanReading Fault(string fault) => new(null, [fault]);
}

/// <summary>What came of reading a plan's file: the plan, or why there is none. Immutable.</summary>
public sealed class PlanReading
{
    internal PlanReading(Plan? plan, IReadOnlyList<string> faults)
    {
        Plan = plan;
        Faults = faults;
    }

    /// <summary>The plan, without posts; null when there is a fault.</summary>
    public Plan? Plan { get; }

    /// <summary>Every fault; empty when the plan is good.</summary>
    public IReadOnlyList<string> Faults { get; }
}
