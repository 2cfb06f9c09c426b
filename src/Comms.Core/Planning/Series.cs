namespace Comms.Core.Planning;

/// <summary>A run of pieces that is planned as a whole, as 73 essays.</summary>
public sealed record Series
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The pieces in their order, each once.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }

    /// <summary>The pieces that are out, each once, with the day.</summary>
    public IReadOnlyList<SeriesPiece> Done { get; init; } = [];
}

/// <summary>A piece of a <see cref="Series"/> that is out.</summary>
/// <param name="Piece">Its name in the series.</param>
/// <param name="On">The day it came out.</param>
public sealed record SeriesPiece(string Piece, DateOnly On);
