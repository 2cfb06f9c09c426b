using Comms.Core.Authoring;
using Xunit;

namespace Comms.Core.Tests.Authoring.Style;

/// <summary>Measures the rule on sentences of a public treebank, which are not ours to ship.</summary>
public sealed class PassiveTreebankTests
{
    private const string Variable = "COMMS_UD_ENGLISH";

    [Fact]
    public void Passives_are_found_better_than_by_the_known_rules()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(path is null, $"{Variable} does not name en_ewt-ud-test.conllu of github.com/UniversalDependencies/UD_English-EWT.");
        var (hits, found, held) = (0, 0, 0);

        foreach (var (text, isPassive) in Read(path!))
        {
            var says = StyleGuide.Shipped.Check(new StyleText { Text = text }).Any(finding => finding.Rule == "passive");
            (hits, found, held) = (hits + (says && isPassive ? 1 : 0), found + (says ? 1 : 0), held + (isPassive ? 1 : 0));
        }

        var score = 2.0 * hits / (found + held);
        TestContext.Current.SendDiagnosticMessage($"passive: {hits} of {held}, {found} found, F1 {score:0.000}");
        Assert.True(score > 0.805, $"F1 {score:0.000}: {hits} of {held}, {found} found");
    }

    private static IEnumerable<(string Text, bool IsPassive)> Read(string path)
    {
        var (text, isPassive) = ("", false);
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text = line["# text = ".Length..];
            }
            else if (line.Length == 0)
            {
                yield return (text, isPassive);
                (text, isPassive) = ("", false);
            }
            else
            {
                isPassive |= line[0] != '#' && line.Split('\t')[7].EndsWith(":pass", StringComparison.Ordinal);
            }
        }
    }
}
