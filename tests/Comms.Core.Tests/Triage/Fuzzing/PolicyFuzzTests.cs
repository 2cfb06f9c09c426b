using System.Text;
using Comms.Core.Triage;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage.Fuzzing;

public sealed class PolicyFuzzTests
{
    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(Repository.Read("seeds", "trust", "policy.json"));

    private static readonly string[] Tokens =
    [
        "null", "{}", "[]", "[null]", "{\"id\":null}", "-1", "1e999", "NaN", "\"\"", "\"\\uD800\"", "true", ",", "}", "]", "\"", "\n", "\0", "\"version\":9", "\"$schema\":3",
        "\"teams\":null", "\"routes\":[null]", "\"phrases\":[{}]", "\"services\":[{\"phrases\":null}]", "\"kinds\":[null]", "\"signposts\":[{\"when\":null}]",
    ];

    private static readonly (int Start, int End)[] Values = [.. Strings()];

    /// <summary>The policy that ships, cut, with bytes changed, and with pieces put in, doubled or taken out.</summary>
    private static readonly Gen<byte[]> Mutated = Gen.Select(
        Gen.OneOf(
            Gen.Int[0, Whole.Length].Select(at => Whole[..at]),
            Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte).Select((at, value) => Replaced(at, at + 1, [value])),
            Gen.Select(Gen.Int[0, Whole.Length], Gen.Int[0, 200], Fuzz.OneOf(Tokens)).Select((at, length, token) =>
                Replaced(at, Math.Min(Whole.Length, at + length), Encoding.UTF8.GetBytes(token))),
            Gen.Select(Gen.Int[0, Values.Length - 1], Fuzz.OneOf(Tokens)).Select((value, token) =>
                Replaced(Values[value].Start, Values[value].End, Encoding.UTF8.GetBytes(token))),
            Gen.Byte.Array[0, 200]),
        Gen.Bool).Select((bytes, mark) => mark ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes);

    [Fact]
    public void A_policy_is_read_or_every_fault_has_its_line() => Fuzz.Try(
        Mutated,
        json =>
        {
            var reading = TriagePolicyReader.Read(json);
            var lines = json.Count(b => b == '\n') + 1;
            Assert.Equal(reading.Succeeded, reading.Faults.Count == 0);
            Assert.All(reading.Faults, fault => Assert.True(fault.Line >= 1 && fault.Line <= lines && fault.Reason.Length > 0, fault.ToString()));
            if (reading.Policy is { } policy)
            {
                Assert.NotEmpty(Triager.Create(policy, "england", "Europe/London").Triage(Triagers.Message("Heron ward was cold")).Findings.Routes);
            }
        },
        usual: 120);

    private static byte[] Replaced(int start, int end, byte[] with) => [.. Whole[..start], .. with, .. Whole[end..]];

    /// <summary>Where each string of the policy stands, quotes included.</summary>
    private static IEnumerable<(int Start, int End)> Strings()
    {
        for (var at = Array.IndexOf(Whole, (byte)'"'); at >= 0 && at < Whole.Length - 1;)
        {
            var end = Array.IndexOf(Whole, (byte)'"', at + 1);
            yield return (at, end + 1);
            at = Array.IndexOf(Whole, (byte)'"', end + 1);
        }
    }
}
