using Comms.Core.Channels;
using Comms.Core.Engagement;
using Comms.Core.Tests.RoundUps;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Engagement;

public class Interactions
{
    private static readonly Author Jo = new("@jo", "Jo", "press", 12);

    [Fact]
    public void A_critic_counts_as_a_friend_does()
    {
        TriagedMessage critic = new Heard("a", "This will not do.") { Author = Jo, Feeling = "negative", Kinds = ["complaint"] };
        TriagedMessage friend = new Heard("b", "Well done.") { Author = Jo, Feeling = "positive", Kinds = ["compliment"] };
        Assert.Equal(Of(critic), Of(friend));

        static Interaction Of(TriagedMessage message) => Interaction.Of(message, answered: true)! with { Topics = [] };
    }

    [Fact]
    public void An_anonymous_message_belongs_to_no_account() => Assert.Null(Interaction.Of(new Heard("a", "Cold tea."), answered: false));
}
