namespace Comms.Core.Governance.Persons;

/// <summary>What an erasure removed, or would remove: of a person, or by its age.</summary>
/// <param name="Done">Whether it was done; false for a trial.</param>
/// <param name="Erased">What is removed, by kind and id alone: their words are gone.</param>
/// <param name="Kept">What must be kept: of a person in a restricted copy, of what is old as it is.</param>
public sealed record ErasureReport(bool Done, IReadOnlyList<ErasedItem> Erased, IReadOnlyList<KeptItem> Kept);
