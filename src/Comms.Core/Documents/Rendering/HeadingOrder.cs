namespace Comms.Core.Documents.Rendering;

/// <summary>Keeps headings in order: none skips a level, whatever the document says.</summary>
internal sealed class HeadingOrder
{
    private int _before = 1;

    public int Next(int wanted)
    {
        _before = Math.Min(Math.Clamp(wanted, 2, 6), _before + 1);
        return _before;
    }
}
