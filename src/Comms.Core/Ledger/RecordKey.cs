using System.Buffers;
using System.Text;

namespace Comms.Core.Ledger;

/// <summary>Names one record: what kind of thing it is, and which.</summary>
/// <param name="Kind">
/// An open vocabulary in lower case, as <c>draft</c>, <c>delivery</c> or <c>message</c>; 1 to <see cref="MaxLength"/> characters.
/// </param>
/// <param name="Id">Unique within its kind; compared ordinally; 1 to <see cref="MaxLength"/> characters.</param>
public readonly record struct RecordKey(string Kind, string Id)
{
    /// <summary>The most UTF-16 units in a kind, an id or a lane: what every store can index.</summary>
    public const int MaxLength = 512;

    /// <summary>The key as <c>kind/id</c>.</summary>
    public override string ToString() => $"{Kind}/{Id}";

    /// <summary>Refuses a key that no ledger can hold. Implementations of <see cref="ILedger"/> call it first.</summary>
    /// <exception cref="ArgumentException">Kind or id is empty, too long, or not well-formed text.</exception>
    public void Check()
    {
        CheckName(Kind, nameof(Kind));
        CheckName(Id, nameof(Id));
    }

    /// <summary>Stores disagree about NUL and lone surrogates: two names could become one.</summary>
    internal static void CheckName(string? name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (name.Length == 0 || name.Length > MaxLength)
        {
            throw new ArgumentException($"A name in the ledger has 1 to {MaxLength} characters.", parameter);
        }

        for (var rest = name.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != OperationStatus.Done || rune.Value == 0)
            {
                throw new ArgumentException("A name in the ledger is well-formed text without NUL.", parameter);
            }

            rest = rest[used..];
        }
    }
}
