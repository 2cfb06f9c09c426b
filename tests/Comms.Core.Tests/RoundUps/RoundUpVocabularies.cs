using Comms.Core.RoundUps;
using Comms.Core.Triage.Signals;
using Xunit;

namespace Comms.Core.Tests.RoundUps;

public class RoundUpVocabularies
{
    [Fact]
    public void Every_word_of_it_is_a_label_that_triage_gives()
    {
        var labels = ShippedSignals.File.Labels.Select(label => label.Label).ToHashSet();
        var words = new RoundUpVocabulary();
        string[] kinds = [.. words.Praise, .. words.NeedsReply, .. words.Complaints];
        string[] flags = [.. words.HeldBack, .. words.Safety];
        Assert.All(kinds, kind => Assert.Contains("kind:" + kind, labels));
        Assert.All(flags, flag => Assert.Contains("flag:" + flag, labels));
        Assert.All(words.Press, word => Assert.True(labels.Contains("kind:" + word) || labels.Contains("flag:" + word), word));
    }
}
