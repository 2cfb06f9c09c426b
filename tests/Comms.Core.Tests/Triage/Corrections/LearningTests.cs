using Comms.Core.Triage.Corrections;
using Xunit;

namespace Comms.Core.Tests.Triage.Corrections;

/// <summary>What fifty corrections of a theme that no model knows are worth on messages that nobody corrected.</summary>
public sealed class LearningTests(ITestOutputHelper output)
{
    private const int Corrected = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_corrections_teach_a_theme_and_cost_the_others_nothing()
    {
        var world = new CorrectionWorld();
        var messages = WrittenTheme.Messages().Select((message, number) => (Id: $"m{number}", message.Text, message.About)).ToArray();
        var (first, rest) = (messages[..(4 * Corrected)], messages[(4 * Corrected)..]);
        await HearAsync(world, first);
        foreach (var message in first.Where(message => message.About).Take(Corrected))
        {
            Assert.IsType<CorrectionResult.Kept>(await world.CorrectAsync(message.Id, Heading.Theme, WrittenTheme.Name, Cancel));
        }

        var (f1, othersChanged) = await MeasureAsync(world, rest);
        output.WriteLine($"F1 {f1:0.000} on {rest.Length} messages, from 0; other labels changed in {othersChanged}");
        Assert.True(f1 >= 0.85, $"{f1}");
        Assert.Equal(0, othersChanged);
    }

    private static async Task HearAsync(CorrectionWorld world, IEnumerable<(string Id, string Text, bool About)> messages)
    {
        foreach (var (id, text, _) in messages)
        {
            world.Say(id, text);
        }

        await world.RunAsync(Cancel);
    }

    private static async Task<(double F1, int OthersChanged)> MeasureAsync(CorrectionWorld world, (string Id, string Text, bool About)[] rest)
    {
        await HearAsync(world, rest);
        var (hits, misses, alarms, changed) = (0, 0, 0, 0);
        foreach (var (id, text, about) in rest)
        {
            var found = await world.FindingsAsync(id, Cancel);
            var plain = Triagers.Plain.Triage(Triagers.Message(text)).Findings;
            var says = found.Themes.Any(theme => theme.Name == WrittenTheme.Name);
            hits += says && about ? 1 : 0;
            misses += !says && about ? 1 : 0;
            alarms += says && !about ? 1 : 0;
            var same = found.Themes.Where(theme => theme.Name != WrittenTheme.Name).SequenceEqual(plain.Themes)
                && found.Kinds.SequenceEqual(plain.Kinds) && found.Sentiment == plain.Sentiment && found.Flags.SequenceEqual(plain.Flags);
            changed += same ? 0 : 1;
        }

        return (2.0 * hits / ((2 * hits) + misses + alarms), changed);
    }
}
