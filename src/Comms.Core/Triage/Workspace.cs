using Comms.Core.Triage.Trials;

namespace Comms.Core.Triage;

/// <summary>All that one message's findings are worked out in, used again for the next. Belongs to one thread at a time.</summary>
internal sealed class Workspace(TextJudge judge)
{
    public TriageResult Result { get; } = new();

    public Trial Trial { get; } = new(judge);

    public LearntWords Words { get; } = new(judge);

    public List<Claim> Claims { get; } = [];
}
