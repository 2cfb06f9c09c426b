namespace Comms.Core.Engagement;

/// <summary>One part of a score.</summary>
/// <param name="Name">What it measures.</param>
/// <param name="Value">From 0 to 1, shrunk by how little is known.</param>
/// <param name="Weight">Its share of the score, from 0 to 1.</param>
/// <param name="Sample">How many observations it rests on: weeks, active weeks, turns, accounts that turned to it, topics named, or 1 for a known follower count.</param>
/// <param name="Low">The lower end of its 80 % interval, by a normal approximation.</param>
/// <param name="High">The upper end of its 80 % interval.</param>
public sealed record ScorePart(string Name, double Value, double Weight, int Sample, double Low, double High);
