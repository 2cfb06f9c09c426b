using System.Security.Cryptography;
using System.Text;

namespace Comms.Core.Channels.Feeds;

/// <summary>What an item is known by: its own id, else its address, else what it says.</summary>
internal static class FeedIds
{
    public static string Of(string? id, string? url, string title, string words) =>
        !string.IsNullOrWhiteSpace(id) ? id.Trim()
        : !string.IsNullOrWhiteSpace(url) ? url
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{words}")));
}
