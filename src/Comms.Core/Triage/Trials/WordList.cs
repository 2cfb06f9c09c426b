using System.Runtime.InteropServices;
using Comms.Core.Text;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage.Trials;

/// <summary>
/// The tokens of a text that triage reads, one by one; those of a long text in runs, so that there are never too many to
/// try each. Used again for text after text.
/// </summary>
internal sealed class WordList
{
    /// <summary>More are tried in runs.</summary>
    public const int Most = 64;

    private readonly List<Stretch> _tokens = [];
    private readonly List<Stretch> _asking = [];
    private readonly List<Stretch> _contrasting = [];
    private readonly List<Stretch> _runs = [];

    /// <summary>Tokens, or runs of them, in order of place; at most <see cref="Most"/>.</summary>
    public ReadOnlySpan<Stretch> Items => CollectionsMarshal.AsSpan(_runs);

    public void Read(string text)
    {
        _tokens.Clear();
        _asking.Clear();
        _contrasting.Clear();
        if (text.Length <= TextScan.LongestText)
        {
            ReadPart(text, 0);
        }
        else
        {
            ReadPart(text.AsSpan(0, TextScan.LongestText - TextScan.Tail), 0);
            ReadPart(text.AsSpan(text.Length - TextScan.Tail), text.Length - TextScan.Tail);
        }

        _runs.Clear();
        var size = (_tokens.Count + Most - 1) / Most;
        for (var first = 0; first < _tokens.Count; first += size)
        {
            _runs.Add(new Stretch(_tokens[first].Start, _tokens[Math.Min(first + size, _tokens.Count) - 1].End));
        }
    }

    /// <summary>Every token that carries a mark.</summary>
    public List<Stretch> Marked(TokenMarks mark) => [.. mark == TokenMarks.Asks ? _asking : _contrasting];

    private void ReadPart(ReadOnlySpan<char> text, int offset)
    {
        var reader = new WideReader(text);
        while (reader.Read())
        {
            var at = new Stretch(offset + reader.Start, offset + reader.End);
            var message = default(MessageFeatures);
            MessageMarks.Note(reader.Hash, ref message);
            _tokens.Add(at);
            if (message.Asks)
            {
                _asking.Add(at);
            }

            if (message.Contrasts)
            {
                _contrasting.Add(at);
            }
        }
    }
}
