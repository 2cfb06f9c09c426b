using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>What the desk said, each stream apart, and how it ended.</summary>
internal sealed record DeskResult(string Command, int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<JsonElement> Json => [.. Lines.Select(line => JsonElement.Parse(line))];

    /// <summary>Its last word: the id of a draft, for instance.</summary>
    public string Word => Output.Trim();

    /// <summary>Says what was run and what came of it when it ended otherwise.</summary>
    public DeskResult Ended(int code)
    {
        Assert.True(ExitCode == code, $"comms {Command}\nended with {ExitCode}, not {code}:\n{Output}\n{Errors}");
        return this;
    }
}
