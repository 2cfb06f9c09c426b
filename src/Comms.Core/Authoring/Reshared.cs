namespace Comms.Core.Authoring;

/// <summary>What a draft passes on.</summary>
/// <param name="Message">The heard message's id.</param>
/// <param name="Source">The source that heard it.</param>
/// <param name="ItemId">The id that its source gives it.</param>
/// <param name="Words">What stands beside it where it is shown itself, which tells who wrote it; empty for nothing.</param>
internal sealed record Reshared(string Message, string Source, string ItemId, string Words);
