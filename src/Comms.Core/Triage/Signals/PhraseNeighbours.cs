namespace Comms.Core.Triage.Signals;

/// <summary>
/// Works out what can stand next to an element of a phrase: through elements that may be missing, and through gaps, for
/// which one must look as far as the gap goes.
/// </summary>
internal static class PhraseNeighbours
{
    /// <summary>The classes of which one must stand after the first word of an element, and within how many tokens; null when the phrase may end there.</summary>
    public static (IReadOnlyCollection<int> Classes, int Within)? After(PhraseElement[] elements, int at)
    {
        var found = new SortedSet<int>(elements[at].Rows.Select(row => row[1]));
        if (elements[at].Class < 0)
        {
            return (found, 1);
        }

        return Gather(elements, at, 1, found) is > 0 and var within ? (found, within) : null;
    }

    /// <summary>The classes of which one must stand before an element, and within how many tokens; null when the phrase may begin there.</summary>
    public static (IReadOnlyCollection<int> Classes, int Within)? Before(PhraseElement[] elements, int at)
    {
        var found = new SortedSet<int>();
        return Gather(elements, at, -1, found) is > 0 and var within ? (found, within) : null;
    }

    /// <summary>Collects the nearest classes to one side; gives 0 when the phrase may be over before any of them.</summary>
    private static int Gather(PhraseElement[] elements, int at, int step, SortedSet<int> found)
    {
        var within = 1;
        for (var i = at + step; i >= 0 && i < elements.Length; i += step)
        {
            var element = elements[i];
            within += element.Gap;
            if (element.Class >= 0)
            {
                found.Add(element.Class);
            }

            found.UnionWith(element.Rows.Select(row => step > 0 ? row[0] : row[^1]));
            if (!element.MayMiss && element.Gap == 0)
            {
                return within;
            }
        }

        return 0;
    }
}
