using System.Text.Json.Serialization;

namespace Comms.Core.Documents;

/// <summary>
/// A line of text made of runs. A plain string is one run. In JSON it is that string, or an array of runs.
/// Two with equal runs are equal.
/// </summary>
[JsonConverter(typeof(InlineTextConverter))]
public sealed class InlineText : IEquatable<InlineText>
{
    private readonly Inline[] _runs;

    /// <summary>A line of the given runs, in order.</summary>
    /// <param name="runs">The runs; none for an empty line.</param>
    public InlineText(params IEnumerable<Inline> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        _runs = [.. runs];
    }

    /// <summary>The runs in order.</summary>
    public IReadOnlyList<Inline> Runs => _runs;

    /// <summary>A line of one plain run.</summary>
    /// <param name="text">The words.</param>
    public static implicit operator InlineText(string text) => FromString(text);

    /// <summary>A line of one plain run.</summary>
    /// <param name="text">The words.</param>
    public static InlineText FromString(string text) => new(new Inline(text));

    /// <summary>Whether the runs are equal.</summary>
    /// <param name="other">Another line; null is never equal.</param>
    public bool Equals(InlineText? other) => other is not null && _runs.AsSpan().SequenceEqual(other._runs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as InlineText);

    /// <inheritdoc/>
    public override int GetHashCode() => _runs.Length == 0 ? 0 : HashCode.Combine(_runs.Length, _runs[0]);

    /// <summary>The words alone, without weight or links.</summary>
    public override string ToString() => string.Concat(_runs.Select(run => run.Text));
}
