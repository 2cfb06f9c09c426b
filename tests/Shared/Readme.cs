using System.Text.RegularExpressions;

namespace Comms.Core.Tests;

/// <summary>The README's C# blocks, in order.</summary>
internal static partial class Readme
{
    public static IReadOnlyList<string> Examples { get; } =
        [.. Block().Matches(Repository.Read("README.md").ReplaceLineEndings("\n")).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
