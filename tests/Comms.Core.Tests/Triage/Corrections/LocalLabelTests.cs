using Comms.Core.Triage.Corrections;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage.Corrections;

/// <summary>The layer never drowns the model.</summary>
public sealed class LocalLabelTests
{
    [Fact]
    public void Fewer_than_five_corrections_never_move_what_the_model_is_sure_of() =>
        Gen.Select(Gen.Int[0, 4], Gen.Float[-10, 10], Gen.Float[0, 0.05f], Gen.Bool).Sample((count, score, low, high) =>
            Label(count).Shift(score, high ? 1 - low : low) == 0);

    [Fact]
    public void However_many_corrections_there_are_they_move_at_most_six_in_log_odds() =>
        Gen.Select(Gen.Int[0, 500], Gen.Float[-10, 10], Gen.Float[0, 1]).Sample((count, score, confidence) =>
            Math.Abs(Label(count).Shift(score, confidence)) <= LocalLabel.Strength * count / (count + LocalLabel.Half) + 1e-4);

    [Fact]
    public void Five_corrections_can_move_what_the_model_is_sure_of() => Assert.True(Label(5).Shift(1, 0.95f) > 3);

    [Fact]
    public void What_nobody_took_away_is_never_lowered()
    {
        var label = new LocalLabel(new LocalName(Heading.Theme, "Cycling"));
        label.Count(1, holds: true);
        Assert.Equal(0, label.Shift(-1, 0.5f));
    }

    private static LocalLabel Label(int count)
    {
        var label = new LocalLabel(new LocalName(Heading.Theme, "Cycling"));
        for (var number = 1; number <= count; number++)
        {
            label.Count(number, holds: true);
            label.Count(number, holds: false);
        }

        return label;
    }
}
