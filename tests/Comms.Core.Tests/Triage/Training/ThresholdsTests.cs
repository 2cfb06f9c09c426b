using Comms.Core.Triage.Training;
using Xunit;

namespace Comms.Core.Tests.Triage.Training;

public sealed class ThresholdsTests
{
    [Fact]
    public void The_best_threshold_parts_what_holds_from_what_does_not()
    {
        float[] confidences = [.. Enumerable.Range(0, 1000).Select(i => i / 1000f)];
        bool[] positive = [.. Enumerable.Range(0, 1000).Select(i => i >= 600)];
        Assert.InRange(Assert.Single(Thresholds.Choose([confidences], [positive])), 0.55f, 0.6f);
    }

    [Fact]
    public void A_rare_label_stays_near_the_prior()
    {
        float[] confidences = [.. Enumerable.Range(0, 100).Select(i => i / 100f)];
        bool[] positive = [.. Enumerable.Range(0, 100).Select(i => i == 99)];
        Assert.InRange(Thresholds.BestF1(confidences, positive, 0.38f, 30), 0.38f, 0.42f);
    }
}
