namespace Comms.Core.Governance.Persons;

/// <summary>What an erasure removed, or would remove.</summary>
/// <param name="Done">Whether it was done; false for a trial.</param>
/// <param name="Erased">What is removed, by kind and id alone: their words are gone.</param>
/// <param name="Kept">What the law keeps, in a restricted copy.</param>
public sealed record ErasureReport(bool Done, IReadOnlyList<ErasedItem> Erased, IReadOnlyList<KeptItem> Kept);
