namespace Comms.Core.Benchmarks.Baselines;

/// <summary>What ML.NET reads: it fills and reads the properties by reflection, so they can be set.</summary>
public sealed class SentimentRow
{
    public string Text { get; set; } = "";

    public string Label { get; set; } = "";
}
