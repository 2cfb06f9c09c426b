using Comms.Core.Text;

namespace Comms.Core.RoundUps.Reads;

/// <summary>What a numbered read-round-up is made of.</summary>
public sealed record ReadRequest
{
    /// <summary>The most items of one edition.</summary>
    public const int MostItems = 50;

    /// <summary>What the series is called, as <c>Our weekly read-round-up</c>: the title begins with it.</summary>
    public required string Series { get; init; }

    /// <summary>What it points to, in the order of reading; from 1 to <see cref="MostItems"/>.</summary>
    public required IReadOnlyList<ReadItem> Items { get; init; }

    /// <summary>Where a series of pieces stands, as <c>1 down, 72 to go</c>; null for none.</summary>
    public string? Standing { get; init; }

    /// <summary>The language as a BCP 47 tag. Default: <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The longest title, in <see cref="TitleUnit"/>. Default: 65, after which search engines and inboxes cut.</summary>
    public int TitleLimit { get; init; } = 65;

    /// <summary>What <see cref="TitleLimit"/> counts. Default: graphemes.</summary>
    public LengthUnit TitleUnit { get; init; } = LengthUnit.Graphemes;

    /// <exception cref="ArgumentException">The series has no name, or the limit is none.</exception>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Series);
        ArgumentNullException.ThrowIfNull(Items);
        ArgumentOutOfRangeException.ThrowIfLessThan(TitleLimit, 1);
    }
}
