namespace Comms.Core.Documents;

/// <summary>A format that a document can be rendered in.</summary>
public enum DocumentFormat
{
    /// <summary>A page for a browser, whole in one file but for pictures.</summary>
    Html,

    /// <summary>CommonMark with tables. No text can become markup.</summary>
    Markdown,

    /// <summary>Words alone, for a terminal or the plain half of an e-mail.</summary>
    PlainText,

    /// <summary>The tree itself, as <see cref="DocumentReader"/> reads it.</summary>
    Json,

    /// <summary>A page that asks nothing of any network, for an archive: pictures are links with their description.</summary>
    Sealed,

    /// <summary>The HTML half of an e-mail: one column, each element with its own look, no stylesheet.</summary>
    Email,

    /// <summary>
    /// HTML to be pasted into a page of someone else, as WordPress's classic editor: no style, no class, only elements and
    /// attributes that WordPress lets an author keep. The title is left to the page's own.
    /// </summary>
    WordPress,

    /// <summary>The same as WordPress's blocks, so that its editor shows each part by itself.</summary>
    WordPressBlocks,

    /// <summary>RSS 2.0 with one item, which holds the whole document.</summary>
    Rss,

    /// <summary>Atom (RFC 4287) with one entry, which holds the whole document.</summary>
    Atom,

    /// <summary>JSON Feed 1.1 with one item, which holds the whole document.</summary>
    JsonFeed,
}
