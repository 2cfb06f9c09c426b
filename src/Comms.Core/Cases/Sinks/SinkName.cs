using System.Text.RegularExpressions;

namespace Comms.Core.Cases.Sinks;

/// <summary>What a sink may be called: its name is part of names in the ledger.</summary>
internal static partial class SinkName
{
    public const string Rule = "lower-case letters, digits and single hyphens, at most 64";

    public static bool Holds(string id) => id.Length <= 64 && Form().IsMatch(id);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
