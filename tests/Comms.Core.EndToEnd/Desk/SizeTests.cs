using System.Globalization;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>
/// Many messages in little memory: the runtime itself refuses more. COMMS_LONG=1 takes a hundred times as many, a
/// million lines, in the same memory.
/// </summary>
public sealed class SizeTests : IDisposable
{
    private static readonly int Times = Environment.GetEnvironmentVariable("COMMS_LONG") == "1" ? 100 : 1;
    private static readonly string[] Who = ["The nurse", "The doctor", "The receptionist", "Parking", "The food", "My appointment", "The website"];
    private static readonly string[] Did = ["was kind", "was rude", "took three hours", "was cancelled twice", "helped my mother", "made no sense"];
    private static readonly string[] Where = ["last Monday", "on ward 7", "at the clinic", "for my son", "after surgery", "and nobody told me why"];
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Triage_takes_many_lines_in_128_megabytes()
    {
        Generate("in.txt", 10_000 * Times);
        desk.Environment["DOTNET_GCHeapHardLimit"] = "0x8000000";

        (await desk.RunAsync("triage", "--input", "in.txt", "--output", "out.jsonl")).Ended(0);

        Assert.Equal(10_000 * Times, Lines("out.jsonl"));
    }

    [Fact]
    public async Task The_demo_takes_many_lines_in_256_megabytes()
    {
        Generate("in.txt", 10_000 * Times);
        desk.Environment["DOTNET_GCHeapHardLimit"] = "0x10000000";

        (await desk.RunAsync("demo", "--input", "in.txt", "--out", "out")).Ended(0);

        Assert.Equal(10_000 * Times, Lines("out/triaged.jsonl"));
    }

    private int Lines(string name) => File.ReadLines(desk.In(name)).Count();

    private void Generate(string name, int lines)
    {
        using var file = File.CreateText(desk.In(name));
        for (var line = 0; line < lines; line++)
        {
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Who[line % 7]} {Did[line / 7 % 6]} {Where[line / 42 % 6]} {line * 7919L % 104_729:x} {line * 104_729L % 1_299_709:x}"));
        }
    }
}
