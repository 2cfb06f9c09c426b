namespace Comms.Core.Channels.Feeds;

/// <summary>One entry, as far as it could be read: an item, or what is wrong with it.</summary>
internal abstract record FeedEntry
{
    private FeedEntry()
    {
    }

    public sealed record Item(string Id, string Title, string Words, DateTimeOffset? At, string? Author, string? Url) : FeedEntry;

    public sealed record Broken(string Where, string Reason, string Raw) : FeedEntry
    {
        private const int LongestRaw = 500;

        /// <param name="number">Which item, from 1.</param>
        /// <param name="reason">What is wrong with it.</param>
        /// <param name="raw">What stands there; its beginning is kept.</param>
        public static Broken OfItem(int number, string reason, string raw) => new(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"item {number}"), reason, raw.Length > LongestRaw ? raw[..LongestRaw] : raw);
    }
}
