namespace Comms.Core.Text;

/// <summary>Lists of words as the tokeniser folds them.</summary>
internal static class FoldedWords
{
    /// <summary>Every different token of some words, by its name.</summary>
    public static Dictionary<ulong, byte[]> Of(string words)
    {
        var tokens = new Dictionary<ulong, byte[]>();
        var reader = new TokenReader(words);
        while (reader.Read())
        {
            tokens[reader.Hash] = reader.Folded.ToArray();
        }

        return tokens;
    }
}
