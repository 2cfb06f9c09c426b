using Comms.Core.Documents;

namespace Comms.Core.Markup;

/// <summary>What was read of a source of markup. Nothing in it can run, whatever the source held.</summary>
/// <param name="Blocks">What the source says, in order; none for a source without words, links or pictures.</param>
/// <param name="Remarks">What could not be read as it was meant, in words; none when all could.</param>
public sealed record MarkupReading(IReadOnlyList<Block> Blocks, IReadOnlyList<string> Remarks);
