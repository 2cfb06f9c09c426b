namespace Comms.Core.RoundUps.Feeds;

/// <summary>What was decided of a message, by whom and when.</summary>
/// <param name="Verdict">What.</param>
/// <param name="By">Who; <c>engine</c> where the source deleted it.</param>
/// <param name="At">When.</param>
/// <param name="Why">The reason.</param>
public sealed record FeedAct(FeedVerdict Verdict, string By, DateTimeOffset At, string Why);
