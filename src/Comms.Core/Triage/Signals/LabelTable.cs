namespace Comms.Core.Triage.Signals;

/// <summary>What part a label plays.</summary>
internal enum LabelRole : byte
{
    Flag,
    Kind,
    Urgency,
    Service,
    Place,
    Phrase,
    Tone,
    Answer,
}

/// <summary>A label's part and meaning, looked up by its number in the signal table.</summary>
internal readonly record struct LabelMeaning(LabelRole Role, string Name, Urgency Urgency, int Priority, bool NeedsHuman, int Index);

/// <summary>The meaning of every label that a signal can speak for. Immutable.</summary>
internal sealed class LabelTable
{
    private readonly LabelMeaning[] _meanings;

    public LabelTable(SignalTable signals, LabelFile file)
    {
        var entries = file.Labels.ToDictionary(label => label.Label, StringComparer.Ordinal);
        Flags = Names(file, "flag:");
        Kinds = Names(file, "kind:");
        _meanings = [.. signals.Labels.Select(label => Meaning(label, entries.GetValueOrDefault(label)))];
        ByFlag = [.. Flags.Select(name => Of(entries["flag:" + name], LabelRole.Flag))];
        ByKind = [.. Kinds.Select(name => Of(entries["kind:" + name], LabelRole.Kind))];
    }

    /// <summary>In ordinal order; a flag's number is its place.</summary>
    public string[] Flags { get; }

    /// <summary>In ordinal order; a kind's number is its place.</summary>
    public string[] Kinds { get; }

    public LabelMeaning[] ByFlag { get; }

    public LabelMeaning[] ByKind { get; }

    public ref readonly LabelMeaning this[int label] => ref _meanings[label];

    public int KindIndex(string name) => Array.BinarySearch(Kinds, name, StringComparer.Ordinal);

    public int FlagIndex(string name) => Array.BinarySearch(Flags, name, StringComparer.Ordinal);

    private static string[] Names(LabelFile file, string prefix) =>
        [.. file.Labels.Where(label => label.Label.StartsWith(prefix, StringComparison.Ordinal))
            .Select(label => label.Label[prefix.Length..]).Order(StringComparer.Ordinal)];

    private LabelMeaning Meaning(string label, LabelEntry? entry)
    {
        var colon = label.IndexOf(':', StringComparison.Ordinal);
        var name = label[(colon + 1)..];
        var role = label[..colon] switch
        {
            "flag" => LabelRole.Flag,
            "kind" => LabelRole.Kind,
            "urgency" => LabelRole.Urgency,
            "service" => LabelRole.Service,
            "place" => LabelRole.Place,
            "phrase" => LabelRole.Phrase,
            "answer" => LabelRole.Answer,
            _ => LabelRole.Tone,
        };
        var index = role switch
        {
            LabelRole.Flag => FlagIndex(name),
            LabelRole.Kind => KindIndex(name),
            LabelRole.Service or LabelRole.Place or LabelRole.Phrase or LabelRole.Answer => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture),
            LabelRole.Urgency => (int)Enum.Parse<Urgency>(name, ignoreCase: true),
            _ => -1,
        };
        return index < 0 && role <= LabelRole.Kind
            ? throw new CommsException($"The label {label} is in no list of labels.")
            : new LabelMeaning(role, name, entry?.Urgency ?? Urgency.Routine, entry?.Priority ?? 0, entry?.NeedsHuman ?? false, index);
    }

    private LabelMeaning Of(LabelEntry entry, LabelRole role)
    {
        var name = entry.Label[(entry.Label.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var index = role == LabelRole.Flag ? FlagIndex(name) : KindIndex(name);
        return new LabelMeaning(role, name, entry.Urgency, entry.Priority, entry.NeedsHuman, index);
    }
}
