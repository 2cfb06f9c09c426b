namespace Comms.Core.Triage.Signals;

/// <summary>The kinds and flags that triage knows, as its data name them.</summary>
internal static class Vocabulary
{
    public static IReadOnlyList<string> Kinds { get; } = Names("kind:");

    public static IReadOnlyList<string> Flags { get; } = Names("flag:");

    private static string[] Names(string prefix) =>
        [.. ShippedSignals.File.Labels
            .Where(label => label.Label.StartsWith(prefix, StringComparison.Ordinal))
            .Select(label => label.Label[prefix.Length..])];
}
