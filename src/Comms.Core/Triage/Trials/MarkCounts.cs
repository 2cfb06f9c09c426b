using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Trials;

/// <summary>How many tokens tell each thing about the whole message, so that one can be taken away.</summary>
internal struct MarkCounts
{
    private int _asks;
    private int _exclaims;
    private int _contrasts;

    public void Add(TokenMarks marks, int count)
    {
        _asks += marks.HasFlag(TokenMarks.Asks) ? count : 0;
        _exclaims += marks.HasFlag(TokenMarks.Exclaims) ? count : 0;
        _contrasts += marks.HasFlag(TokenMarks.Contrasts) ? count : 0;
    }

    public readonly void Note(ref MessageFeatures message)
    {
        message.Asks = _asks > 0;
        message.Exclaims = _exclaims > 0;
        message.Contrasts = _contrasts > 0;
    }
}
