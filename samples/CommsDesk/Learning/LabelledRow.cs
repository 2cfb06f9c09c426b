namespace CommsDesk.Learning;

/// <summary>A row that has words, with what stands in the columns of labels; null where a row has no such field.</summary>
internal sealed record LabelledRow(string Where, string Text, string?[] Cells, string Raw);

/// <summary>The rows of a file that have words, and its columns of labels as the header spells them.</summary>
internal sealed record LabelledFile(string Name, IReadOnlyList<string> Columns, IReadOnlyList<LabelledRow> Rows);
