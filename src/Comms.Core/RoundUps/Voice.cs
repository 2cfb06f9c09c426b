using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>One thing that was said: the earliest message that said it, and the others that said it after.</summary>
internal sealed record Voice(TriagedMessage First, IReadOnlyList<TriagedMessage> Others)
{
    /// <summary>How many say it.</summary>
    public int Count => Others.Count + 1;

    /// <summary>All that say it, the earliest first.</summary>
    public IEnumerable<TriagedMessage> Messages => Others.Prepend(First);
}
