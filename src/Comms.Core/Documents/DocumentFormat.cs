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
}
