using System.Diagnostics;
using Comms.Core.KillHost;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>Starts hosts: natively compiled where COMMS_KILL_HOST names the program, else as they were built with the tests.</summary>
/// <param name="Store">As the program takes it.</param>
/// <param name="Boards">The server.</param>
/// <param name="Accounts">The file that names all accounts.</param>
internal sealed record HostProgram(string Store, BoardServer Boards, string Accounts)
{
    private static readonly string[] Offs = ["+0", "+30s", "-30s", "+3600s", "-3600s"];

    /// <summary>The libfaketime by which clocks are off; null for none.</summary>
    public string? Clock { get; init; }

    /// <summary>A host that nobody is to kill at a step.</summary>
    public RunningHost Start(int number) => Start("-", Step.None, number);

    /// <summary>A host whose clock is off by as much as its number says.</summary>
    public RunningHost Start(string account, Step step, int number)
    {
        string[] arguments = [Store, Boards.Address, Accounts, account, $"{step}"];
        var start = Environment.GetEnvironmentVariable("COMMS_KILL_HOST") is { } native
            ? new ProcessStartInfo(native, arguments)
            : new ProcessStartInfo("dotnet", [BuiltProgram.OfTests("Comms.Core.KillHost"), .. arguments]);
        if (Clock is not null)
        {
            start.Environment["LD_PRELOAD"] = Clock;
            start.Environment["FAKETIME"] = Offs[number % Offs.Length];
            start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        }

        return new RunningHost(Process.Start(start)!);
    }
}
