namespace Comms.Core.Charts;

/// <summary>What a chart says to those who do not see it: a title, a sentence or two, and its figures as a table.</summary>
internal sealed record ChartWords(string Title, string Description, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
