namespace CommsDesk.Input;

/// <summary>One row of an input: its fields by name, or why it could not be read. Nothing is dropped in between.</summary>
internal sealed record Row(long Line, IReadOnlyDictionary<string, string> Fields, string Raw, string? Fault)
{
    private static readonly Dictionary<string, string> None = [];

    public string? this[string field] => Fields.GetValueOrDefault(field);

    public static Row Good(long line, Dictionary<string, string> fields, string raw) => new(line, fields, raw, null);

    public static Row Bad(long line, string raw, string fault) => new(line, None, raw, fault);
}
