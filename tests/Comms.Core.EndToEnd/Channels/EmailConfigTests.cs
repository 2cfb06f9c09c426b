using Comms.Core.EndToEnd.Desk;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

public sealed class EmailConfigTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("""{ "id": "b", "channel": "email", "address": "https://mail.example", "from": "a@b.test", "to": ["c@d.test"] }""", "no address of a server")]
    [InlineData("""{ "id": "b", "channel": "email", "address": "smtp://mail.example", "from": "nobody", "to": ["c@d.test"] }""", "'nobody' is no address of a person")]
    [InlineData("""{ "id": "b", "channel": "email", "address": "smtp://mail.example", "from": "a@b.test" }""", "nobody would receive it")]
    [InlineData("""{ "id": "b", "channel": "email", "address": "smtp://mail.example", "from": "a@b.test", "to": ["c@d.test"], "user": "a" }""", "credential: is missing")]
    public async Task A_fault_in_the_configuration_is_named(string account, string fault)
    {
        desk.Write("comms.json", $$"""{ "accounts": [ {{account}} ] }""");

        Assert.Contains(fault, (await desk.RunAsync("draft", "list")).Ended(2).Errors, StringComparison.Ordinal);
    }
}
