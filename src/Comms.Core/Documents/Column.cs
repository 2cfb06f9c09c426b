namespace Comms.Core.Documents;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Numeric">Whether it holds figures, which stand to the right. Default: false.</param>
public sealed record Column(string Name, bool Numeric = false);
