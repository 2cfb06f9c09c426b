namespace Comms.Core.Engagement.Graphs;

/// <summary>How many walkers come by an account.</summary>
/// <param name="Account">Its number.</param>
/// <param name="Visits">How many, those who begin there included.</param>
public readonly record struct AccountVisits(int Account, double Visits);
