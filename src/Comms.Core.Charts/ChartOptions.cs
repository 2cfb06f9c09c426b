namespace Comms.Core.Charts;

/// <summary>How a chart is drawn.</summary>
public sealed record ChartOptions
{
    /// <summary>In CSS pixels, from 320 to 4,000; the drawing scales with its place. Default: 800.</summary>
    public int Width { get; init; } = 800;

    /// <summary>In CSS pixels, from 240 to 4,000. Default: 420.</summary>
    public int Height { get; init; } = 420;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 320);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Width, 4000);
        ArgumentOutOfRangeException.ThrowIfLessThan(Height, 240);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Height, 4000);
    }
}
