using System.Globalization;
using MailKit;

namespace Comms.Core.Channels.Email;

/// <summary>
/// How far a mailbox was read: the numbers of its messages grow as long as its UIDVALIDITY stands. When that changes, all is
/// read again, and each message is known by its own id.
/// </summary>
internal readonly record struct InboxCursor(uint Validity, uint Last)
{
    public static InboxCursor Parse(SourceCursor cursor, uint validity) =>
        cursor.Value.Split(':') is [var of, var last]
        && uint.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known == validity
        && uint.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var uid)
            ? new InboxCursor(validity, uid)
            : new InboxCursor(validity, 0);

    public InboxCursor After(UniqueId message) => this with { Last = message.Id };

    public SourceCursor ToSource() => new(string.Create(CultureInfo.InvariantCulture, $"{Validity}:{Last}"));
}
