namespace Comms.Core.Authoring.Style;

/// <summary>Hashtags of several words without capitals, which screen readers run together. Offers, and never rewrites.</summary>
internal sealed class HashtagRule(IReadOnlyList<string> own) : IStyleRule
{
    private const int LongestOfCapitals = 5;

    public string Name => "hashtag-capitals";

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        var text = reading.Text;
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0 && at < text.Length; at = text.IndexOf('#', at + 1))
        {
            var end = at + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            var tag = text[(at + 1)..end];
            var choices = RunsTogether(tag) ? Choices(tag) : [];
            if (choices.Count > 0)
            {
                findings.Add(StyleSeeds.Hashtags.Finding(Name, at, end - at, "a capital for each word lets a screen reader say them apart", choices));
            }
        }
    }

    private IReadOnlyList<string> Choices(string tag)
    {
        var ours = own.FirstOrDefault(known => known.AsSpan().TrimStart('#').Equals(tag, StringComparison.OrdinalIgnoreCase));
        return ours is not null ? ['#' + ours.TrimStart('#')] : HashtagWords.Choices(tag.ToLowerInvariant());
    }

    /// <summary>No capital after a small letter, no line between; a few capitals alone are an abbreviation.</summary>
    private static bool RunsTogether(string tag)
    {
        if (tag.Length < 4 || tag.Length > StyleSeeds.Limits.LongestHashtag || tag.Contains('_', StringComparison.Ordinal)
            || (tag.Length <= LongestOfCapitals && tag.All(char.IsUpper)))
        {
            return false;
        }

        return tag.All(char.IsUpper) || !tag.AsSpan(1).ContainsAnyInRange('A', 'Z');
    }
}
