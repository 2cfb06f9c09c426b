using System.Buffers;
using System.Text.RegularExpressions;
using Comms.Core.Text;

namespace Comms.Core.Listening.Topics;

/// <summary>Says which topics a text touches. What no phrase begins in is passed over at the speed of a search. Thread-safe.</summary>
internal sealed partial class TopicMatcher
{
    private readonly SearchValues<string> _any;
    private readonly (string Words, int Topic)[] _phrases;
    private readonly ILookup<string, int> _tags;

    public TopicMatcher(IReadOnlyList<Topic> topics)
    {
        var all = topics.SelectMany((topic, at) => topic.Phrases.Select(phrase => (Words: Plain(phrase.Trim()), Topic: at))).ToList();
        _tags = all.Where(each => each.Words[0] == '#').ToLookup(each => each.Words, each => each.Topic, StringComparer.OrdinalIgnoreCase);
        _phrases = [.. all.Where(each => each.Words[0] != '#')];
        _any = SearchValues.Create([.. _phrases.Select(each => each.Words)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a hashtag is a topic's.</summary>
    public bool Watches(string hashtag) => _tags.Contains(hashtag);

    /// <returns>The topics by their place, each once, in order.</returns>
    public int[] Find(string text, IReadOnlyList<string> hashtags)
    {
        var found = new SortedSet<int>(hashtags.SelectMany(tag => _tags[tag]));
        var plain = _phrases.Length == 0 ? "" : Plain(text);
        if (plain.AsSpan().ContainsAny(_any))
        {
            found.UnionWith(_phrases.Where(each => WholeWords.Stand(each.Words, plain)).Select(each => each.Topic));
        }

        return [.. found];
    }

    /// <summary>One form of each apostrophe and of each space.</summary>
    private static string Plain(string text) => Spaces().Replace(text, " ").Replace('\u2019', '\'');

    [GeneratedRegex(@"\s{2,}|[^\S ]", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
