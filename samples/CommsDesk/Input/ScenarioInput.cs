using Comms.Core.Exercises;

namespace CommsDesk.Input;

/// <summary>A scenario of an exercise, from a file or the pipe.</summary>
internal static class ScenarioInput
{
    /// <exception cref="InputException">There is no such file, or it holds no scenario; every fault is named with its line.</exception>
    public static async Task<Scenario> ReadAsync(string path, CancellationToken cancel)
    {
        var reading = ScenarioReader.Read(await DocumentInput.BytesAsync(path, cancel));
        return reading.Scenario ?? throw new InputException(string.Join(
            "\ncomms: ", reading.Faults.Select(fault => FormattableString.Invariant($"{DocumentInput.Name(path)}: line {fault.Line}: {fault.Reason}"))));
    }
}
