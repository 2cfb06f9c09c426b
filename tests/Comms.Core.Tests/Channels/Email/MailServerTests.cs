using Comms.Core.Channels.Email;
using MailKit.Security;
using Xunit;

namespace Comms.Core.Tests.Channels.Email;

public class MailServerTests
{
    [Theory]
    [InlineData("smtps://mail.example", "mail.example", 465, SecureSocketOptions.SslOnConnect)]
    [InlineData("smtp://mail.example", "mail.example", 587, SecureSocketOptions.StartTls)]
    [InlineData("smtp://mail.example:25", "mail.example", 25, SecureSocketOptions.StartTls)]
    [InlineData("smtp://127.0.0.1:2525", "127.0.0.1", 2525, SecureSocketOptions.None)]
    [InlineData("smtps://localhost", "localhost", 465, SecureSocketOptions.SslOnConnect)]
    public void Tls_is_asked_for_everywhere_but_on_this_machine(string address, string host, int port, SecureSocketOptions security) =>
        Assert.Equal(new MailServer(host, port, security), MailServer.Parse(address, "smtp", 587, 465));

    [Theory]
    [InlineData("mail.example")]
    [InlineData("https://mail.example")]
    [InlineData("imaps://mail.example")]
    [InlineData("smtp://user:secret@mail.example")]
    [InlineData("smtp://mail.example/inbox")]
    [InlineData("smtp://")]
    public void Anything_else_is_no_server_and_no_password_is_quoted(string address) => Assert.DoesNotContain(
        "secret", Assert.Throws<ArgumentException>(() => MailServer.Parse(address, "smtp", 587, 465)).Message, StringComparison.Ordinal);
}
