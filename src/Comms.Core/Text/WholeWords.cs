namespace Comms.Core.Text;

/// <summary>Finds names and sentences in a text where they stand as a whole. Ordinal.</summary>
internal static class WholeWords
{
    /// <summary>Whether words stand in a text, in any case: <c>@jo</c> is neither <c>@john</c> nor <c>@jo@elsewhere.example</c>.</summary>
    public static bool Stand(string words, string text)
    {
        for (var at = 0; (at = text.IndexOf(words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (!GoesOn(text.AsSpan(0, at), words[0], fromEnd: true) && !GoesOn(text.AsSpan(at + words.Length), words[^1], fromEnd: false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word or an account goes on beyond the end of the words.</summary>
    private static bool GoesOn(ReadOnlySpan<char> beyond, char edge, bool fromEnd)
    {
        if (beyond.IsEmpty || !(char.IsLetterOrDigit(edge) || edge == '@'))
        {
            return false;
        }

        var next = beyond[fromEnd ? ^1 : 0];
        var joins = next is '@' or '.' or '-' && beyond.Length > 1 && char.IsLetterOrDigit(beyond[fromEnd ? ^2 : 1]);
        return char.IsLetterOrDigit(next) || next == '_' || joins;
    }
}
