namespace Comms.Core.RoundUps;

/// <summary>Something good that a colleague did online, and wishes to be named for.</summary>
/// <param name="Name">Who, as they want to be named.</param>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where it stands.</param>
public sealed record GoodWork(string Name, string Title, string Url);
