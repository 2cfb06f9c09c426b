namespace Comms.Core.Documents.Rendering;

/// <summary>
/// Reads a finished page again, knowing nothing of how it was made, and lets it pass only if every element, attribute
/// and address in it is on the list. Far stricter than a browser: no comments, no unquoted values, five entities, one
/// known stylesheet, the policy before anything else. Linear in the page's length.
/// </summary>
internal sealed class HtmlProof
{
    private const string Start = "<!DOCTYPE html>\n<html ";

    private readonly Stack<string> _open = new();
    private readonly string _page;
    private bool _rootSeen;
    private bool _policySeen;
    private int _at;

    private readonly HtmlForm _form;

    private HtmlProof(string page, HtmlForm form) => (_page, _form) = (page, form);

    /// <exception cref="DocumentException">Something in the page is not on the list.</exception>
    public static void Check(string page, HtmlForm form) => new HtmlProof(page, form).Walk();

    private void Walk()
    {
        if (!_form.IsFragment)
        {
            Require(_page.StartsWith(Start, StringComparison.Ordinal), "the page does not begin as a page");
            _at = Start.IndexOf('\n', StringComparison.Ordinal) + 1;
        }

        while (_at < _page.Length)
        {
            if (_form.HasComments && _page.AsSpan(_at).StartsWith(BlockComment.Start))
            {
                Comment();
            }
            else if (_page[_at] == '<')
            {
                Tag();
            }
            else
            {
                Words();
            }
        }

        Require(_open.Count == 0, "an element is not closed");
        Require(_policySeen || _form.Policy is null, "the page has no content-security policy");
    }

    private void Comment()
    {
        var end = _page.IndexOf(BlockComment.End, _at, StringComparison.Ordinal);
        Require(end >= 0 && BlockComment.Known.Contains(_page[_at..(end + BlockComment.End.Length)]), "a comment names no block of ours");
        _at = end + BlockComment.End.Length;
    }

    private void Words()
    {
        var end = _page.IndexOf('<', _at);
        end = end < 0 ? _page.Length : end;
        Require(IsClean(end), "a text is not escaped");
        Require(_open.Count > 0 || _page.AsSpan(_at, end - _at).IsWhiteSpace(), "a text stands outside the page");
        _at = end;
    }

    private void Tag()
    {
        _at++;
        if (_page.AsSpan(_at).StartsWith("/"))
        {
            _at++;
            var closed = Name();
            Require(_open.TryPop(out var opened) && opened == closed, "elements cross");
            Take('>');
            return;
        }

        var element = Name();
        Require(HtmlAllowList.Has(_form, element), $"the element {element} is not allowed");
        var attributes = Attributes(element);
        Take('>');
        Enter(element, attributes);
    }

    private List<(string Name, string Value)> Attributes(string element)
    {
        var attributes = new List<(string Name, string Value)>();
        while (_at < _page.Length && _page[_at] == ' ')
        {
            _at++;
            if (_form.IsFragment && IsVoid(element) && _page.AsSpan(_at).StartsWith("/>"))
            {
                _at++;
                break;
            }

            var name = Name();
            Take('=');
            Take('"');
            var end = _page.IndexOf('"', _at);
            Require(end >= 0, "an attribute does not end");
            Require(IsClean(end), "an attribute is not escaped");
            var value = HtmlEntities.Decode(_page[_at..end]);
            Require(HtmlAllowList.Has(_form, element, name, value), $"the attribute {name} of {element} is not allowed");
            Require(attributes.TrueForAll(each => each.Name != name), "an attribute is given twice");
            attributes.Add((name, value));
            _at = end + 1;
        }

        return attributes;
    }

    private void Enter(string element, List<(string Name, string Value)> attributes)
    {
        // A browser reads a title as text to its end, so an element in it would be read otherwise than here.
        Require(
            _open.TryPeek(out var parent) ? parent != "title" : _form.IsFragment || (element == "html" && !_rootSeen), $"the element {element} is out of place");
        _rootSeen = true;
        switch (element)
        {
            case "meta":
                _policySeen |= _form.Policy is { } policy && attributes.Contains(("content", policy))
                    && attributes.Contains(("http-equiv", "Content-Security-Policy"));
                return;
            case "style":
                Require(_policySeen, "the policy comes too late");
                Require(_page.AsSpan(_at).StartsWith(HtmlPage.Stylesheet + "</style>"), "the stylesheet is not ours");
                _at += HtmlPage.Stylesheet.Length;
                break;
            case var each when IsVoid(each):
                Require(_policySeen || _form.Policy is null, "the policy comes too late");
                return;
        }

        _open.Push(element);
    }

    private bool IsClean(int end) => HtmlEntities.AreClean(_page.AsSpan(_at, end - _at), apostrophes: _form.IsFragment);

    private static bool IsVoid(string element) => element is "img" or "br";

    private string Name()
    {
        var from = _at;
        while (_at < _page.Length && (char.IsAsciiLetterLower(_page[_at]) || char.IsAsciiDigit(_page[_at]) || _page[_at] == '-'))
        {
            _at++;
        }

        Require(_at > from, "a name is missing");
        return _page[from.._at];
    }

    private void Take(char expected)
    {
        Require(_at < _page.Length && _page[_at] == expected, $"{expected} is missing");
        _at++;
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new DocumentException(
                $"The page was not handed out, because {otherwise}, near character {_at} of {_page.Length}.");
        }
    }
}
