using Comms.Core.Authoring;
using Comms.Core.Governance.Pictures;

namespace Comms.Core.Approval;

/// <summary>Keeps a post whose pictures show people who did not agree, or agree no more; no role and no urgency lifts it.</summary>
internal sealed class PictureGate(PictureConsents consents, TimeProvider clock, bool required)
{
    public ValueTask<IReadOnlyList<string>> AgainstAsync(Draft draft, CancellationToken cancel) => consents.AgainstAsync(
        draft.Renditions.SelectMany(rendition => rendition.Media), clock.GetUtcNow(), required, cancel);
}
