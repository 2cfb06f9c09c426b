using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Triage;

/// <summary>Recall of flags, over cases written before the rules and cases written after them, apart.</summary>
public sealed class FlagCaseTests
{
    [Theory]
    [InlineData("flags-before.tsv")]
    [InlineData("flags-after.tsv")]
    public void Recall_is_at_least_95_in_a_hundred(string file)
    {
        var wanted = Cases(file).SelectMany(line => line.Flags.Select(flag => (flag, line.Text))).ToArray();
        var missed = wanted.Where(want => !Flags(want.Text).Contains(want.flag)).ToArray();
        Assert.True(missed.Length <= wanted.Length * 0.05, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("flags-before.tsv")]
    [InlineData("flags-after.tsv")]
    public void Idioms_and_near_misses_raise_no_alarm(string file)
    {
        var quiet = Cases(file).Where(line => line.Flags.Length == 0).ToArray();
        var alarms = quiet.Where(line => Flags(line.Text).Length > 0).Select(line => line.Text).ToArray();
        Assert.True(alarms.Length <= quiet.Length * 0.05, string.Join('\n', alarms));
    }

    [Theory]
    [InlineData("I couldn't get through to the clinic all week", "")]
    [InlineData("We cannot get transport on Sundays", "")]
    [InlineData("I was unable to get a follow up after the scan", "")]
    [InlineData("I can't get him up, he is on the floor", "clinical-emergency")]
    [InlineData("We couldn't get a response from her at all", "clinical-emergency")]
    [InlineData("can't rouse my mum", "clinical-emergency")]
    public void Only_a_person_who_cannot_be_roused_is_an_emergency(string text, string flag) => Assert.Equal(flag, string.Join(',', Flags(text)));

    [Theory]
    [InlineData("A quick response from a kind team", "")]
    [InlineData("Their reaction to our call was excellent", "")]
    [InlineData("Please send a response by noon for our bulletin", "media")]
    public void Not_every_response_is_one_to_the_press(string text, string flag) => Assert.Equal(flag, string.Join(',', Flags(text)));

    [Theory]
    [InlineData("More groups and support for disabled people please", "")]
    [InlineData("Better mental health support is needed", "")]
    [InlineData("I was turned away because I am disabled", "discrimination")]
    public void Help_for_people_is_no_discrimination(string text, string flag) => Assert.Equal(flag, string.Join(',', Flags(text)));

    private static string[] Flags(string text)
    {
        var result = new TriageResult();
        Triagers.Plain.Triage(text, result);
        return result.Flags.ToArray();
    }

    private static IEnumerable<(string[] Flags, string Text)> Cases(string file) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Triage", "Cases", file))
        let fields = line.Split('\t')
        where fields.Length == 3
        select (fields[0] == "-" ? [] : fields[0].Split(','), fields[2]);
}
