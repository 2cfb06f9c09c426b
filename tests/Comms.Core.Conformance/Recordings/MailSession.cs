using System.Text;
using System.Text.RegularExpressions;

namespace Comms.Core.Conformance.Recordings;

/// <summary>What one side said before the other did.</summary>
/// <param name="Client">Whether it was the adapter.</param>
/// <param name="Text">A character for each byte.</param>
internal sealed record Turn(bool Client, string Text);

/// <summary>A session with a server of e-mail: the turns of each connection, in order.</summary>
/// <param name="Server">What answered.</param>
/// <param name="User">Whose mailbox it was; null for none.</param>
/// <param name="Connections">The turns of each connection.</param>
internal sealed partial record MailSession(string Server, string? User, IReadOnlyList<IReadOnlyList<Turn>> Connections)
{
    /// <summary>The same without the names of machines.</summary>
    public MailSession Nameless() => this with { Connections = [.. Connections.Select(turns => turns.Select(Nameless).ToArray())] };

    /// <summary>What a client says, but for the name of its machine and the letter before its commands, which differ from run to run.</summary>
    public static string Same(string said) => Tagged(Hello().Replace(said, "EHLO client\r"), 'A');

    /// <summary>The same under another letter before its commands.</summary>
    public static string Tagged(string said, char letter) => Tag().Replace(said, "$1" + letter + "$2");

    /// <summary>The first word of each line, or two where the first is a tag: what was asked, and how it was answered.</summary>
    public IReadOnlyList<string> Shape() =>
    [
        .. Connections.SelectMany(turns => turns).Select(turn => (turn.Client ? "C" : "S") + string.Concat(
            turn.Text.Split("\r\n").Select(line => First().Match(Same(line))).Where(match => match.Success).Select(match => " " + match.Value).Distinct(StringComparer.Ordinal))),
    ];

    private static Turn Nameless(Turn turn) => turn with { Text = turn.Client ? Hello().Replace(turn.Text, "EHLO client\r") : Greeting().Replace(turn.Text, "$1server") };

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>Where a server of SMTP names itself, and greets who came.</summary>
    [GeneratedRegex(@"^(220 |250-)\S+(?: Nice to meet you, \S+)?(?= ESMTP|\r\n250)")]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^EHLO .*?\r", RegexOptions.Multiline)]
    private static partial Regex Hello();

    [GeneratedRegex(@"(^|TAG "")[A-Z](\d{8})(?=[ ""])", RegexOptions.Multiline)]
    private static partial Regex Tag();

    /// <summary>A tagged command or answer, a code of SMTP, or a verb of it.</summary>
    [GeneratedRegex(@"^(?:A\d{8} [A-Z]+(?: [A-Z]+\b)?|\d{3}(?= )|(?:EHLO|MAIL|RCPT|DATA|AUTH|QUIT)\b)")]
    private static partial Regex First();
}
