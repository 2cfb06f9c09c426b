using Comms.Core.Governance.Persons;

namespace Comms.Core.Governance.Retention;

/// <summary>What a run erased by its age, or would erase.</summary>
/// <param name="Done">Whether it was done; false for a trial.</param>
/// <param name="Erased">What is removed, by kind and id alone: its words are gone.</param>
/// <param name="Kept">What is old enough, and stays as it is for a case that is open or by a legal hold.</param>
public sealed record RetentionReport(bool Done, IReadOnlyList<ErasedItem> Erased, IReadOnlyList<KeptItem> Kept);
