using System.Globalization;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage.Fuzzing;

/// <summary>
/// How long fuzzing goes on: as many cases as a test asks for, or <c>COMMS_FUZZ_ITERATIONS</c> of them. A case that fails
/// is shrunk and printed with its seed; <c>CsCheck_Seed</c> begins there again.
/// </summary>
internal static class Fuzz
{
    private const string Iterations = "COMMS_FUZZ_ITERATIONS";

    public static long Cases(long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable(Iterations), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : usual;

    public static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    /// <summary>On one thread, since a test may count what its own thread allocates.</summary>
    public static void Try<T>(Gen<T> cases, Action<T> test, long usual) => cases.Sample(
        test, iter: Cases(usual), threads: 1, writeLine: TestContext.Current.TestOutputHelper is { } output ? output.WriteLine : null);
}
