using Comms.Core.Documents;

namespace Comms.Core.Tests.Documents;

/// <summary>Text that would be markup, script or an order to a terminal if any renderer let it.</summary>
internal static class Hostile
{
    public static readonly string[] Texts =
    [
        "<script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "<!-- --><svg/onload=alert(1)>",
        "]]><a href=\"javascript:alert(1)\">x</a>",
        "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;b&#x3e;",
        "[click](javascript:alert(1)) ![x](https://evil.example/p.png)",
        "<https://evil.example> www.evil.example https://evil.example mail@evil.example",
        "# Heading\n\n- list\n1. one\n\n---\n===\n> quote\n\n    code\n\n```\ncode\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "**bold** _it_ ~~no~~ `code` $x$ {a} \\",
        "[x]: https://evil.example\n[^1]: note",
        "\u001b[2J\u001b]0;title\u0007 \0 \u0085",
        "\u202Eevil\u2066 reversed",
        "\ud800 lone \udc00",
        "line\r\nline\rline\u2028line",
        "",
    ];

    public static readonly string[] Addresses =
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox",
        "file:///etc/passwd",
        "/etc/passwd",
        "//evil.example",
        "https:evil",
        "https://trust.example@evil.example/",
        "https://evil.example/\" onclick=\"alert(1)",
        "https://evil.example/a b",
        "https://evil.example/\u202Egpj",
        "https:\\\\evil.example",
        "https://evil.example/) [x](javascript:alert(1)",
        "",
    ];

    /// <summary>One document with the text and the address in every place that takes one.</summary>
    public static Document Everywhere(string text, string url) => new()
    {
        Title = text,
        Series = text,
        Language = text,
        Blocks =
        [
            new Heading(text, 6),
            new Paragraph(new InlineText(new Inline(text), new Inline(text, Strong: true), new Inline(text, Url: url))),
            new Callout(text),
            new Quote(text, text, url) { Licence = text },
            new MessageCard(text, text, url, DateTimeOffset.UnixEpoch)
            {
                Source = text, Alert = text, Tone = Tone.Negative, Marks = [text], Excerpt = true, Licence = text, Others = [new CardLink(text, url)],
            },
            new ListBlock([text, new InlineText(new Inline(text, Url: url))], Ordered: true),
            new LinkBlock(text, url),
            new ImageBlock(url, text, text) { Licence = text },
            new EmbedCard(url, text, text) { Licence = text },
            new Table(text, [new Column(text), new Column(text, Numeric: true)], [[text, text, text], [text]]),
            new FigureRow([new Figure(text, text, text)]),
            new ShareBar(text, [new Share(text, -1), new Share(text, int.MaxValue, Tone.Positive), new Share(text, int.MaxValue)]),
        ],
    };
}
