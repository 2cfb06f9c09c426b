using Comms.Core.Text;

namespace Comms.Core.Triage.Reading;

/// <summary>
/// Some tokens in a row. A text is read a block at a time, in several short loops without surprises, so that the processor
/// waits for memory once for many tokens and not once for each.
/// </summary>
internal sealed class TokenBlock
{
    public const int Most = 64;

    private readonly BlockToken[] _tokens = new BlockToken[Most];

    public int Count { get; private set; }

    public Span<BlockToken> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>Takes the next tokens.</summary>
    /// <returns>False when there was none.</returns>
    public bool Fill(ref WideReader reader)
    {
        var count = 0;
        while (count < Most && reader.Read())
        {
            ref var token = ref _tokens[count++];
            token.Hash = reader.Hash;
            token.Start = reader.Start;
            token.End = reader.End;
            token.Kind = reader.Kind;
            token.Before = reader.Before;
        }

        Count = count;
        return count > 0;
    }
}

/// <summary>A token of a block: where it stands, in UTF-16 units, and what the table knows of it.</summary>
internal struct BlockToken
{
    public ulong Hash;
    public int Start;
    public int End;

    /// <summary>Its place in the table; -1 when it is not known.</summary>
    public int Entry;
    public TokenKind Kind;
    public Boundary Before;
    public TokenTraits Traits;
}
