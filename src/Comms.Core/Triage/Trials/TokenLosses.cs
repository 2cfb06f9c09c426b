using Comms.Core.Text;
using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Trials;

/// <summary>
/// What each token of a text is worth to labels of the model: how much a label would lose without it. The model adds up,
/// so a token's own weights, its pairs, and what its going does to negation beside it are taken off the whole; the text is
/// not read again. One pass for all labels, linear in the text. It ranks; <see cref="Trial"/> proves.
/// </summary>
internal sealed class TokenLosses(TriageModel model, TokenList tokens)
{
    /// <summary>A negation, and the next token's pair: no further does a token's going reach.</summary>
    private const int Reach = 4;

    private readonly LaneSums _lanes = new(model);
    private readonly int[] _whole = new int[model.Lanes];
    private readonly int[] _less = new int[model.Lanes];
    private readonly int[] _own = new int[model.Lanes];
    private readonly uint[] _ofWhole = new uint[MessageFeatures.Count];
    private readonly uint[] _ofLess = new uint[MessageFeatures.Count];
    private readonly int[] _wholeMessage = new int[model.Lanes];
    private readonly int[] _lessMessage = new int[model.Lanes];
    private int[] _saved = [];
    private MarkCounts _marks;
    private MessageFeatures _message;
    private int _features;

    /// <summary>What each target loses without each token: a row of all tokens for each target.</summary>
    public float[] Of(List<Target> targets)
    {
        _lanes.Choose(targets);
        AddUp(tokens.Items);
        var count = tokens.Items.Length;
        var losses = new float[targets.Count * count];
        Span<float> whole = stackalloc float[targets.Count];
        for (var target = 0; target < targets.Count; target++)
        {
            whole[target] = targets[target].Score(_whole, _wholeMessage, Root(_features));
        }

        for (var token = 0; token < count; token++)
        {
            var root = LeaveOut(tokens.Items, token, out var message);
            for (var target = 0; target < targets.Count; target++)
            {
                losses[(target * count) + token] = whole[target] - targets[target].Score(_less, message, root);
            }
        }

        return losses;
    }

    /// <summary>What a target loses without several tokens at once.</summary>
    /// <param name="target">One of those that were asked about last.</param>
    /// <param name="gone">Numbers of tokens, in order.</param>
    public float Of(Target target, ReadOnlySpan<int> gone)
    {
        var items = tokens.Items;
        _lanes.Clear(_less);
        var (message, marks, features) = (default(MessageFeatures), default(MarkCounts), 0);
        var (negation, previous, before) = (default(Negation), 0UL, Boundary.Space);
        for (var i = 0; i < items.Length; i++)
        {
            ref var item = ref items[i];
            before = item.Before > before ? item.Before : before;
            if (gone.Contains(i))
            {
                continue;
            }

            var negated = negation.Enter(before, item.Marks.HasFlag(TokenMarks.Negates));
            _lanes.Add(_saved.AsSpan(i * _lanes.Count, _lanes.Count), _less);
            features += item.Own + AddContext(in item, before == Boundary.Stop ? 0 : previous, negated, 1, _less);
            message.CountToken();
            message.Add(item.Valence, negated);
            marks.Add(item.Marks, 1);
            (previous, before) = (item.Hash, Boundary.Space);
        }

        marks.Note(ref message);
        return target.Score(_whole, _wholeMessage, Root(_features)) - target.Score(_less, MessageOf(in message), Root(features));
    }

    private static float Root(int features) => 1f / MathF.Sqrt(Math.Max(1, features));

    private static ulong Previous(Span<TrialToken> items, int token, Boundary before) =>
        token < 0 || before == Boundary.Stop ? 0 : items[token].Hash;

    private void AddUp(Span<TrialToken> items)
    {
        _lanes.Clear(_whole);
        _saved = _saved.Length < items.Length * _lanes.Count ? new int[items.Length * _lanes.Count] : _saved;
        (_message, _marks, _features) = (default, default, 0);
        var negation = default(Negation);
        var at = 0;
        for (var i = 0; i < items.Length; i++)
        {
            ref var item = ref items[i];
            AddOwn(i, tokens.Features.Slice(at, item.Own));
            at += item.Own;
            item.Negated = negation.Enter(item.Before, item.Marks.HasFlag(TokenMarks.Negates));
            item.FromContext = AddContext(in item, Previous(items, i - 1, item.Before), item.Negated, 1, _whole);
            _features += item.Own + item.FromContext;
            _message.CountToken();
            _message.Add(item.Valence, item.Negated);
            _marks.Add(item.Marks, 1);
        }

        _marks.Note(ref _message);
        _message.Fill(_ofWhole);
        _lanes.Clear(_wholeMessage);
        _lanes.Add(_ofWhole, _wholeMessage);
    }

    private void AddOwn(int token, ReadOnlySpan<uint> features)
    {
        _lanes.Clear(_own);
        _lanes.Add(features, _own);
        _lanes.Save(_own, _saved.AsSpan(token * _lanes.Count, _lanes.Count));
        _lanes.Add(_saved.AsSpan(token * _lanes.Count, _lanes.Count), _whole);
    }

    /// <summary>Adds, or with a sign of -1 takes off, what a token has from what stands before it; returns how many features.</summary>
    private int AddContext(ref readonly TrialToken item, ulong previous, bool negated, int sign, int[] sums)
    {
        var count = 0;
        if (previous != 0)
        {
            _lanes.Add(Features.Pair(previous, item.Hash), sign, sums);
            count++;
        }

        if (!negated)
        {
            return count;
        }

        _lanes.Add(Features.Negated(item.Hash), sign, sums);
        count++;
        if (!item.Valence.IsEmpty)
        {
            foreach (var feature in ValenceFeatures.Of(item.Valence, negated: true))
            {
                _lanes.Add(feature, sign, sums);
                count++;
            }
        }

        return count;
    }

    private float LeaveOut(Span<TrialToken> items, int token, out int[] message)
    {
        ref var gone = ref items[token];
        _lanes.Less(_whole, _saved.AsSpan(token * _lanes.Count, _lanes.Count), _less);
        AddContext(in gone, Previous(items, token - 1, gone.Before), gone.Negated, -1, _less);
        var features = _features - gone.Own - gone.FromContext;
        var left = _message;
        left.Remove(gone.Valence, gone.Negated);
        var marks = _marks;
        marks.Add(gone.Marks, -1);
        marks.Note(ref left);
        features += ReadOn(items, token, ref left);
        message = MessageOf(in left);
        return Root(features);
    }

    /// <summary>Corrects the tokens after the one that went; returns how many features they gain.</summary>
    private int ReadOn(Span<TrialToken> items, int token, ref MessageFeatures left)
    {
        var negation = default(Negation);
        for (var i = Math.Max(0, token - Reach); i < token; i++)
        {
            negation.Enter(items[i].Before, items[i].Marks.HasFlag(TokenMarks.Negates));
        }

        var gained = 0;
        for (var i = token + 1; i < Math.Min(items.Length, token + 1 + Reach); i++)
        {
            ref var item = ref items[i];
            var isNext = i == token + 1;
            var before = isNext && items[token].Before > item.Before ? items[token].Before : item.Before;
            var negated = negation.Enter(before, item.Marks.HasFlag(TokenMarks.Negates));
            if (!isNext && negated == item.Negated)
            {
                continue;
            }

            AddContext(in item, Previous(items, i - 1, item.Before), item.Negated, -1, _less);
            gained += AddContext(in item, Previous(items, isNext ? token - 1 : i - 1, before), negated, 1, _less) - item.FromContext;
            left.Remove(item.Valence, item.Negated);
            left.CountToken();
            left.Add(item.Valence, negated);
        }

        return gained;
    }

    private int[] MessageOf(ref readonly MessageFeatures left)
    {
        left.Fill(_ofLess);
        if (_ofLess.AsSpan().SequenceEqual(_ofWhole))
        {
            return _wholeMessage;
        }

        _lanes.Clear(_lessMessage);
        _lanes.Add(_ofLess, _lessMessage);
        return _lessMessage;
    }
}
