using Comms.Core.Channels;
using Comms.Core.Governance.Persons;
using Xunit;

namespace Comms.Core.Tests.Governance.Persons;

public class PersonTracesTests
{
    private static readonly PersonTraces Traces = new(
        new Person { Accounts = ["@jo", "jo.sample@a.example"] },
        [new TracedMessage("id", "item", "source", PersonWorld.Start, "The porter was kind", new Author("@jo", "Jo Sample")), new TracedMessage("id2", "item2", "source", PersonWorld.Start, "Thanks", new Author("@jo", "Jo"))]);

    [Theory]
    [InlineData("Thank you @jo", true)]
    [InlineData("Thank you @JO!", true)]
    [InlineData("(@jo) said so", true)]
    [InlineData("@jo. Then", true)]
    [InlineData("Thank you @john", false)]
    [InlineData("Thank you @jo_b", false)]
    [InlineData("Thank you @jo@elsewhere.example", false)]
    [InlineData("Thank you @jo.b", false)]
    [InlineData("write to mary@jo", false)]
    [InlineData("write to jo.sample@a.example.", true)]
    [InlineData("write to mary.jo.sample@a.example", false)]
    [InlineData("Jo Sample rang", true)]
    [InlineData("Jo Samples rang", false)]
    [InlineData("Jo rang", false)]
    [InlineData("they wrote: the porter was kind", true)]
    [InlineData("Thanks", false)]
    public void Accounts_full_names_and_long_words_tell_as_wholes(string text, bool tells) => Assert.Equal(tells, Traces.TellIn(text));
}
