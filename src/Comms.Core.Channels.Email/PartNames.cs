using System.Globalization;

namespace Comms.Core.Channels.Email;

/// <summary>The names within one message. All come from the delivery's key, so that a repeat has the same.</summary>
internal readonly record struct PartNames(DeliveryKey Key, string Domain)
{
    /// <summary>Without its angle brackets.</summary>
    public string Message => $"{Key}@{Domain}";

    public string Part(int at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}.{Key}@{Domain}");

    /// <summary>No line of encoded content can begin like it: "_" after "=" is in no encoding.</summary>
    public string Boundary(int level) => string.Create(CultureInfo.InvariantCulture, $"=_{level}_{Key}");
}
