namespace Comms.Core.RoundUps;

/// <summary>What people said, and what was done about it; approved to be told.</summary>
/// <param name="Said">What they said, in the team's words.</param>
/// <param name="Did">What was done, or why nothing can be.</param>
/// <param name="By">Who decided it.</param>
/// <param name="Teams">The teams whose cases bore it out, by id.</param>
public sealed record YouSaid(string Said, string Did, string By, IReadOnlyList<string> Teams);
