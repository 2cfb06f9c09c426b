using Comms.Core.Replies;
using Comms.Core.Tests.RoundUps;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Replies;

public class ReplyRulesTests
{
    private static readonly TriagedMessage Plain = new Heard("m", "When are you open?");
    private static readonly TriagedMessage Bereaved = new Heard("m", "My mother died with you in March") { Flags = ["bereavement"] };

    [Theory]
    [InlineData("We are sorry for your loss. Please ring us on any day.", 0)]
    [InlineData("Sorry for your loss. Please fill in our survey.", 1)]
    [InlineData("We are DELIGHTED that you wrote", 1)]
    [InlineData("So glad you wrote! 😀", 3)]
    [InlineData("How did we do? Rate us.", 2)]
    [InlineData("The surveyor is coming; brilliantine is a word", 0)]
    public void A_bereaved_person_is_asked_for_nothing_and_not_cheered_at(string text, int reasons)
    {
        Assert.Equal(reasons, ReplyRules.Shipped.Against(text, "en", Bereaved.Findings).Count());
        Assert.Empty(ReplyRules.Shipped.Against(text, "en", Plain.Findings));
    }

    [Theory]
    [InlineData("cy", "en", false)]
    [InlineData("cy", "cy", true)]
    [InlineData("cy", "cy-GB", true)]
    [InlineData("en", "cy", true)]
    [InlineData("en", "en", true)]
    public void Welsh_is_answered_in_Welsh(string written, string answered, bool may)
    {
        TriagedMessage message = new Heard("m", "Pryd ydych chi ar agor?") { Language = written };
        Assert.Equal(may, !ReplyRules.Shipped.Against("Tan bump o'r gloch", answered, message.Findings).Any());
    }
}
