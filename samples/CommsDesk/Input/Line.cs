namespace CommsDesk.Input;

/// <summary>One line of a file: its words, or why it could not be read.</summary>
internal readonly record struct Line(long Number, string Text, string? Fault);
