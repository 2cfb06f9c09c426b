namespace Comms.Core.Triage.Models;

/// <summary>The words, emoticons and emoji that carry feeling, by token. Immutable.</summary>
internal sealed class Lexicon(IReadOnlyDictionary<ulong, Valence> entries)
{
    public static Lexicon Empty { get; } = new(new Dictionary<ulong, Valence>());

    public Valence Find(ulong token) => entries.GetValueOrDefault(token);
}
