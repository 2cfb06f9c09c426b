using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Authoring;

/// <summary>
/// What is added to links to the team's own pages, so that its web figures tell which account and campaign brought a reader.
/// Added before approval: what is approved is what stands. Default: nothing.
/// </summary>
public sealed record LinkTracking
{
    /// <summary>The team's own hosts, as <c>trust.example</c>, each with whatever stands below it. Links to others are left alone. Default: none.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>
    /// Parameters by name, as <c>utm_source</c>. In a value <c>{account}</c>, <c>{channel}</c> and <c>{campaign}</c> stand for
    /// the account's id, its kind of channel and the campaign's hashtag in lower case without its sign; without a campaign a
    /// parameter that names it is left out. What a link has already stays. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    internal IEnumerable<string> Faults()
    {
        foreach (var host in Hosts.Where(host => Uri.CheckHostName(host) != UriHostNameType.Dns))
        {
            yield return $"Tracking: '{host}' is no host name";
        }

        foreach (var name in Parameters.Keys.Where(name => string.IsNullOrWhiteSpace(name) || Uri.EscapeDataString(name) != name))
        {
            yield return $"Tracking: '{name}' is no name of a parameter";
        }

        if (Hosts.Count > 0 != Parameters.Count > 0)
        {
            yield return "Tracking needs hosts and parameters, or neither";
        }
    }

    /// <summary>The text with its links as they are to stand.</summary>
    internal string Apply(string text, ChannelAccount account, string? campaign)
    {
        if (Hosts.Count == 0)
        {
            return text;
        }

        var ours = Facets.Find(text).Where(facet => facet.Kind == FacetKind.Link && IsOurs(facet.Target));
        return Spans.Replace(text, ours.Select(link => (link.Start, link.Length, (string?)Track(link.Target, account, campaign))));
    }

    private bool IsOurs(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && Hosts.Any(host => uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));

    private string Track(string link, ChannelAccount account, string? campaign)
    {
        var (page, fragment) = link.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? (link[..mark], link[mark..]) : (link, "");
        foreach (var (name, form) in Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (Has(page, name) || (campaign is null && form.Contains("{campaign}", StringComparison.Ordinal)))
            {
                continue;
            }

            var value = form.Replace("{account}", account.Id, StringComparison.Ordinal).Replace("{channel}", account.Channel, StringComparison.Ordinal)
                .Replace("{campaign}", campaign?.TrimStart('#').ToLowerInvariant(), StringComparison.Ordinal);
            page += $"{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
        }

        return page + fragment;
    }

    private static bool Has(string page, string name) =>
        page.Contains($"?{name}=", StringComparison.OrdinalIgnoreCase) || page.Contains($"&{name}=", StringComparison.OrdinalIgnoreCase);
}
