namespace Comms.Core.Authoring.Personal;

/// <summary>A place of a press release that was made personal, or that a person must make so.</summary>
/// <param name="Start">Where it begins in the release, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Before">What stands there.</param>
/// <param name="After">What stands in its place, empty where nothing does; null where it was left as it is.</param>
/// <param name="Why">For the writer.</param>
public sealed record PersonalEdit(int Start, int Length, string Before, string? After, string Why);
