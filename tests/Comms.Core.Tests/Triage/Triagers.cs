using Comms.Core.Channels;
using Comms.Core.Listening;
using Comms.Core.Triage;

namespace Comms.Core.Tests.Triage;

/// <summary>Triagers that tests share, and messages for them.</summary>
internal static class Triagers
{
    public static Triager Plain { get; } = Triager.Create(new TriagerOptions());

    public static Message Message(string text, string at = "2026-11-23T10:00:00Z", Author? author = null, string source = "inbox")
    {
        var when = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var item = new SourceItem { Id = "1", Text = text, At = when, Author = author };
        return new Message("m1", new MessageRecord(source, 1, when, null, item));
    }

    public static Triager With(string policy, string nation = "england")
    {
        var reading = TriagePolicyReader.Read(System.Text.Encoding.UTF8.GetBytes(policy));
        return Triager.Create(new TriagerOptions { Policy = reading.Policy!, Nation = nation });
    }
}
