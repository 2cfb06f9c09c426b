using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>What a hold holds: everything, one account, or every post that carries a campaign's hashtag. Immutable.</summary>
public sealed record HoldScope
{
    private const string AccountStart = "account:";
    private const string CampaignStart = "campaign:";

    private HoldScope(string name) => Name = name;

    /// <summary>Everything.</summary>
    public static HoldScope All { get; } = new("all");

    /// <summary>Its name in the ledger and the audit: <c>all</c>, <c>account:ID</c> or <c>campaign:TAG</c>.</summary>
    public string Name { get; }

    internal RecordKey Key => new(HoldRecord.Kind, Name);

    /// <summary>One account.</summary>
    /// <param name="account">Its id.</param>
    public static HoldScope Account(string account)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        return new HoldScope(AccountStart + account);
    }

    /// <summary>Every post with a hashtag on any of its accounts, in whatever case.</summary>
    /// <param name="hashtag">With or without its sign.</param>
    public static HoldScope Campaign(string hashtag)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hashtag);
        return new HoldScope(CampaignStart + Fold(hashtag.TrimStart('#')));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal static HoldScope Named(string name) => new(name);

    /// <summary>The hashtags of a whole post, so that a part without one is held with its post.</summary>
    internal static IReadOnlyList<string> TagsOf(IReadOnlyList<Rendition> renditions) =>
    [
        .. renditions.SelectMany(rendition => rendition.Facets)
            .Where(facet => facet.Kind == FacetKind.Hashtag).Select(facet => Fold(facet.Target))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    internal static IEnumerable<HoldScope> Covering(Delivery delivery) =>
        [All, Account(delivery.Rendition.Account), .. (delivery.Body.Tags ?? TagsOf([delivery.Rendition])).Select(Campaign)];

    internal bool Covers(Delivery delivery) => Covering(delivery).Contains(this);

    private static string Fold(string tag) => tag.ToLowerInvariant();
}
