using System.Net.Http.Json;
using System.Text.Json;

namespace Comms.Core.Tests.Servers;

/// <summary>A real SMTP server of a test's own (<c>tests/servers/smtp</c>), which fails when told to and tells what it was given.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly HttpClient http = new();
    private readonly Uri control;

    private SmtpServer(Uri control, int port) => (this.control, Address) = (control, $"smtp://127.0.0.1:{port}");

    public string Address { get; }

    public static async Task<SmtpServer> StartAsync(CancellationToken cancel)
    {
        var all = new Uri(RealServer.Address("COMMS_TEST_SMTP_CONTROL", "smtp"));
        using var http = new HttpClient();
        using var answer = await http.PostAsync(all, content: null, cancel);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        return new SmtpServer(new Uri(all, $"/{started.GetProperty("id")}"), started.GetProperty("port").GetInt32());
    }

    /// <summary>Each fault happens once, in the order in which the server comes to it.</summary>
    public async Task FailAsync(CancellationToken cancel, params string[] faults)
    {
        using var answer = await http.PutAsJsonAsync(control, faults, cancel);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What it has stored, in the order it came.</summary>
    public async Task<IReadOnlyList<Mail>> MailsAsync(CancellationToken cancel) =>
    [
        .. (await http.GetFromJsonAsync<JsonElement>(control, cancel)).GetProperty("mails").EnumerateArray().Select(mail => new Mail(
            mail.GetProperty("envelope").GetProperty("mailFrom").GetProperty("address").GetString()!,
            [.. mail.GetProperty("envelope").GetProperty("rcptTo").EnumerateArray().Select(to => to.GetProperty("address").GetString()!)],
            mail.GetProperty("raw").GetString()!)),
    ];

    public void Dispose() => http.Dispose();

    /// <summary>A message as it came over the line, a character for each byte.</summary>
    internal sealed record Mail(string From, IReadOnlyList<string> To, string Raw);
}
