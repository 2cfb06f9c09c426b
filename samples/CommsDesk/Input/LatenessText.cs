using System.Xml;
using Comms.Core.Scheduling;

namespace CommsDesk.Input;

/// <summary>Reads a lateness policy: <c>hold</c>, <c>expire</c>, or how late a post may be published, as <c>PT2H</c>.</summary>
internal static class LatenessText
{
    /// <exception cref="FormatException">It is none of these.</exception>
    public static Lateness Parse(string? text) => text switch
    {
        null or "" => Lateness.Default,
        "hold" => Lateness.Hold,
        "expire" => Lateness.Expire,
        _ => Within(text),
    };

    private static Lateness Within(string text)
    {
        try
        {
            return Lateness.PublishWithin(XmlConvert.ToTimeSpan(text));
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new FormatException($"\"lateness\" is hold, expire or a duration such as PT2H, not {text}", fault);
        }
    }
}
