using Comms.Core.Authoring;

namespace Comms.Core.Approval;

/// <summary>
/// Keeps a post that lacks one of the languages which the team publishes together. An answer to a person is in theirs, and
/// passes.
/// </summary>
internal sealed class BilingualGate(IReadOnlyList<string> together)
{
    /// <summary>Why the draft cannot be approved: each half that it lacks.</summary>
    public IEnumerable<string> Against(Draft draft) => draft.Renditions.Any(rendition => rendition.InReplyTo is not null) ? []
        : together.Where(language => !draft.StandsIn(language)).Select(language => $"bilingual: it has no half in {language}");
}
