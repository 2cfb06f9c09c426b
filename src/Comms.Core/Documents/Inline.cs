namespace Comms.Core.Documents;

/// <summary>A run of words within a line: plain, strong, or a link.</summary>
/// <param name="Text">The words.</param>
/// <param name="Strong">Whether they carry weight. Default: false.</param>
/// <param name="Url">Where a link leads; null for no link. One that is not http, https or mailto is shown as text.</param>
public sealed record Inline(string Text, bool Strong = false, string? Url = null);
