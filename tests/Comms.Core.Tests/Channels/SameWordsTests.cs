using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Tests.Channels;

public sealed class SameWordsTests
{
    private static readonly DateTimeOffset Due = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Receipt Standing = new("7", "https://platform.example/7");

    private static readonly SendContext Context = new()
    {
        Key = new DeliveryKey("00000000000000000000000000000001"),
        CreatedAt = Due,
        Deadline = Due.AddMinutes(1),
        Media = new InMemoryMediaStore(),
        Credentials = new FixedCredentials(secret: null),
    };

    [Fact]
    public void What_came_to_stand_since_the_post_was_due_is_the_post_with_a_little_for_clocks()
    {
        Assert.Equal(new SendOutcome.Accepted(Standing), SameWords.Judge("X", Standing, Due.AddMinutes(-2), Context));
        Assert.Equal(
            new SendOutcome.Rejected("X refuses the same words again: they stand at https://platform.example/7 since 2026-11-23"),
            SameWords.Judge("X", Standing, Due.AddMinutes(-2).AddTicks(-1), Context));
        Assert.IsType<SendOutcome.Rejected>(SameWords.Judge("X", Standing, since: null, Context));
    }

    [Fact]
    public void Where_they_stand_nowhere_nobody_can_tell() => Assert.Throws<ChannelException>(() => SameWords.Judge("X", standing: null, since: null, Context));

    [Fact]
    public void They_are_looked_for_a_week_back() => Assert.Equal(Due.AddDays(-7), SameWords.LookFrom(Context));
}
