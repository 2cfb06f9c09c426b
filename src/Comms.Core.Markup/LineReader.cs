using System.Text;
using Comms.Core.Documents;

namespace Comms.Core.Markup;

/// <summary>
/// Gathers the runs of one line as a browser would show them: blanks are one blank, and none at the edges. A blank between
/// runs stands in a plain one, so that no format loses it with the mark around a word. Linear in what it is given.
/// </summary>
internal sealed class LineReader
{
    private const char Kept = '\u00A0';
    private const string Tab = "\u00A0\u00A0\u00A0\u00A0";

    private readonly List<Inline> _runs = [];
    private readonly StringBuilder _run = new();
    private (bool Strong, string? Url) _runStyle;
    private bool _blank;
    private char _last = '\n';

    /// <summary>Whether what follows carries weight.</summary>
    public bool Strong { get; set; }

    /// <summary>Where what follows leads; null for no link.</summary>
    public string? Url { get; set; }

    /// <summary>Whether blanks and line ends are kept as they stand.</summary>
    public bool Verbatim { get; set; }

    /// <summary>How many characters were shown so far, on this line and before.</summary>
    public int Shown { get; private set; }

    public void Text(string text)
    {
        foreach (var each in text)
        {
            switch (each)
            {
                case '\n' when Verbatim:
                    Break();
                    break;
                case '\t' when Verbatim:
                    Blank();
                    Show(Tab);
                    break;
                case ' ' when Verbatim && (_blank || _last is '\n' or Kept):
                    Blank();
                    Show(Kept);
                    break;
                case ' ' or '\t' or '\n' or '\r' or '\f':
                    _blank = true;
                    break;
                default:
                    Blank();
                    Show(each);
                    break;
            }
        }
    }

    /// <summary>Takes note of what was shown elsewhere in its stead.</summary>
    public void Saw(int characters) => Shown += characters;

    /// <summary>A line end that is meant.</summary>
    public void Break()
    {
        _blank = false;
        Take(strong: false, url: null).Append('\n');
        _last = '\n';
    }

    /// <summary>The line so far, which then begins anew; null when it shows nothing.</summary>
    public InlineText? Take()
    {
        Push();
        var runs = Trimmed();
        _runs.Clear();
        _blank = false;
        _last = '\n';
        return runs.Count == 0 ? null : new InlineText(runs);
    }

    private void Blank()
    {
        if (_blank && _last != '\n')
        {
            _ = (_runStyle == (Strong, Url) ? _run : Take(strong: false, url: null)).Append(' ');
        }

        _blank = false;
    }

    private void Show(string text)
    {
        foreach (var each in text)
        {
            Show(each);
        }
    }

    private void Show(char each)
    {
        Take(Strong, Url).Append(each);
        _last = each;
        Shown++;
    }

    /// <summary>The run that what comes belongs to.</summary>
    private StringBuilder Take(bool strong, string? url)
    {
        if (_runStyle != (strong, url))
        {
            Push();
            _runStyle = (strong, url);
        }

        return _run;
    }

    private void Push()
    {
        if (_run.Length > 0)
        {
            _runs.Add(new Inline(_run.ToString(), _runStyle.Strong, _runStyle.Url));
            _run.Clear();
        }
    }

    /// <summary>Runs at the edges that show nothing go, and with them the blank that parted them from their neighbours.</summary>
    private List<Inline> Trimmed()
    {
        var first = _runs.FindIndex(Shows);
        if (first < 0)
        {
            return [];
        }

        var last = _runs.FindLastIndex(Shows);
        var runs = _runs.GetRange(first, last - first + 1);
        runs[0] = runs[0] with { Text = runs[0].Text.TrimStart(' ', '\n') };
        runs[^1] = runs[^1] with { Text = runs[^1].Text.TrimEnd(' ', '\n') };
        return runs;
    }

    private static bool Shows(Inline run) => !string.IsNullOrWhiteSpace(run.Text);
}
