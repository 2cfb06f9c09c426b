using Comms.Core.EndToEnd.Desk;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

public sealed class EmailConfigTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_mailbox_is_answered_by_an_account_of_email_alone()
    {
        desk.Write("comms.json", """
            { "accounts": [ { "id": "site", "channel": "folder", "path": "out" } ],
              "sources": [ { "imap": "imap://127.0.0.1", "user": "pals", "credential": "env:P", "account": "site" } ] }
            """);

        Assert.Contains("there is no account 'site' of email to answer what comes there", (await desk.RunAsync("draft", "list")).Ended(2).Errors, StringComparison.Ordinal);
    }

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
