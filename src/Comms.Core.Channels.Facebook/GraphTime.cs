using System.Globalization;

namespace Comms.Core.Channels.Facebook;

/// <summary>Instants as the Graph API writes them.</summary>
internal static class GraphTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>Reads <c>2026-11-24T09:00:00+0000</c>; null for anything else.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        // The zone has no colon, with which alone .NET reads it.
        var iso = text is [.., '+' or '-', _, _, _, _] ? text.Insert(text.Length - 2, ":") : text;
        return DateTimeOffset.TryParseExact(iso, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}
