using System.Text;
using Comms.Core.Text;

namespace Comms.Core.Triage.Signals;

/// <summary>Sets of words that may stand in one place, numbered; equal sets are one.</summary>
internal sealed class WordClasses
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<(byte[] Token, bool Begins)>> _members = [];

    public int Count => _members.Count;

    public IReadOnlyList<(byte[] Token, bool Begins)> this[int number] => _members[number];

    /// <summary>Gives classes of several words the low numbers, and says which number each class now has.</summary>
    public int[] Renumber(out int shared)
    {
        var several = Enumerable.Range(0, Count).Where(IsShared).ToArray();
        var single = Enumerable.Range(0, Count).Where(number => !IsShared(number)).ToArray();
        shared = several.Length;
        var renumbered = new int[Count];
        foreach (var (place, number) in several.Concat(single).Index())
        {
            renumbered[number] = place;
        }

        return renumbered;
    }

    private bool IsShared(int number) => _members[number].Count > 1 || _members[number][0].Begins;

    public int OfWord(byte[] token) => Of([(token, false)]);

    public int Of(IReadOnlyList<(byte[] Token, bool Begins)> members)
    {
        var key = string.Join('|', members.Select(member => Encoding.Latin1.GetString(member.Token) + (member.Begins ? "*" : "")).Order(StringComparer.Ordinal));
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _numbers[key] = _members.Count;
            _members.Add(members);
        }

        return number;
    }

    /// <summary>Every different word or beginning, with the classes that it is in.</summary>
    public Dictionary<(ulong Hash, bool Begins), (byte[] Token, SortedSet<int> Classes)> ByWord()
    {
        var words = new Dictionary<(ulong, bool), (byte[], SortedSet<int>)>();
        for (var number = 0; number < _members.Count; number++)
        {
            foreach (var (token, begins) in _members[number])
            {
                var key = (TokenBytes.HashOf(token), begins);
                if (!words.TryGetValue(key, out var word))
                {
                    words[key] = word = (token, []);
                }

                word.Item2.Add(number);
            }
        }

        return words;
    }
}
