namespace CommsDesk.Input;

/// <summary>How an input is written.</summary>
internal enum RowFormat
{
    /// <summary>One message a line.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Jsonl,

    /// <summary>Comma-separated with a header, RFC 4180.</summary>
    Csv,

    /// <summary>An Excel workbook; its first sheet, with a header.</summary>
    Xlsx,
}
