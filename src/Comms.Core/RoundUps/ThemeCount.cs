namespace Comms.Core.RoundUps;

/// <summary>How many messages were about a theme.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Messages">How many.</param>
public sealed record ThemeCount(string Theme, int Messages);
