using Comms.Core.Triage.Models;
using Comms.Core.Triage.Trials;

namespace Comms.Core.Triage;

/// <summary>All that one message's findings are worked out in, used again for the next. Belongs to one thread at a time.</summary>
internal sealed class Workspace(TriageModel model, Lexicon lexicon, TextJudge judge)
{
    public TriageResult Result { get; } = new();

    public Trial Trial { get; } = new(judge);

    public LearntWords Words { get; } = new(model, lexicon);

    public List<Claim> Claims { get; } = [];
}
