using Comms.Core.Authoring.Style;

namespace Comms.Core.Authoring.Personal;

/// <summary>Finds what stands above and below a release for editors alone: its heads, its embargo, and everything from “ends” or the notes on.</summary>
internal static class ReleaseEdges
{
    /// <returns>Where the words for everyone stand, and what does not belong to them.</returns>
    public static (Range Body, IReadOnlyList<PersonalEdit> Removed) Find(string release)
    {
        var seed = StyleSeeds.Personal;
        var removed = new List<PersonalEdit>();
        var (from, to) = (0, release.Length);
        var inHead = true;
        foreach (var (start, end) in Lines(release))
        {
            var line = release[start..end].Trim().Trim('*', '-', '–', '—', '_', ' ', ':');
            var raw = release[start..end].Trim();
            var isEmbargo = Begins(line, seed.Embargoes);
            if (inHead && (isEmbargo || IsHead(line, seed)))
            {
                removed.Add(Remove(release, start, end, isEmbargo ? "the embargo is for the schedule to keep" : "it is for editors"));
                from = end;
            }
            else if (seed.Ends.Contains(line, StringComparer.OrdinalIgnoreCase) || seed.Ends.Contains(raw, StringComparer.Ordinal) || Begins(line, seed.Notes))
            {
                removed.Add(Remove(release, start, release.Length, "it is for editors"));
                to = start;
                break;
            }
            else
            {
                inHead &= raw.Length == 0;
            }
        }

        return (from..Math.Max(from, to), removed);
    }

    private static bool Begins(string line, IEnumerable<string> marks) => marks.Any(mark => Begins(line, mark));

    private static bool Begins(string line, string mark) =>
        line.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && (line.Length == mark.Length || !char.IsAsciiLetter(line[mark.Length]));

    /// <summary>A head has its line alone, or with a date or a number: “Press release: new garden opens” is a headline, and stays.</summary>
    private static bool IsHead(string line, PersonalSeed seed) => seed.Heads.Any(mark =>
        Begins(line, mark) && Words(line[mark.Length..]).All(seed.HeadWords.Contains));

    private static string[] Words(string rest) =>
        new string([.. rest.Select(sign => char.IsLetter(sign) ? char.ToLowerInvariant(sign) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PersonalEdit Remove(string release, int start, int end, string why) => new(start, end - start, release[start..end], "", why);

    private static IEnumerable<(int Start, int End)> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found + 1;
            yield return (start, end);
            start = end;
        }
    }
}
