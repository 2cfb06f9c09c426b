using System.CommandLine;
using Comms.Core.Documents;

namespace CommsDesk.Commands;

/// <summary>The forms in which the desk writes a document, by the names that its users give.</summary>
internal static class DocumentFormats
{
    private static readonly Dictionary<string, DocumentFormat> Formats = new(StringComparer.Ordinal)
    {
        ["md"] = DocumentFormat.Markdown,
        ["html"] = DocumentFormat.Html,
        ["sealed"] = DocumentFormat.Sealed,
        ["email"] = DocumentFormat.Email,
        ["text"] = DocumentFormat.PlainText,
        ["wordpress"] = DocumentFormat.WordPress,
        ["blocks"] = DocumentFormat.WordPressBlocks,
        ["rss"] = DocumentFormat.Rss,
        ["atom"] = DocumentFormat.Atom,
        ["jsonfeed"] = DocumentFormat.JsonFeed,
        ["json"] = DocumentFormat.Json,
    };

    /// <summary>For what people subscribe to.</summary>
    public static Option<string?> FeedUrl { get; } = new("--feed-url")
    {
        Description = "Where rss, atom or jsonfeed will stand: readers know the feed again by it.",
        HelpName = "URL",
    };

    /// <param name="otherwise">The form without the option.</param>
    /// <param name="besides">Forms that only this command has.</param>
    public static Option<string> Option(DocumentFormat otherwise = DocumentFormat.Markdown, params IReadOnlyList<string> besides)
    {
        var name = Formats.Single(format => format.Value == otherwise).Key;
        var more = string.Concat(besides.Select(form => form + ", "));
        var option = new Option<string>("--format")
        {
            Description = $"{more}html, sealed, email, md, text, wordpress, blocks, rss, atom, jsonfeed or json.",
            DefaultValueFactory = _ => name,
        };
        option.AcceptOnlyFromAmong([.. Formats.Keys, .. besides]);
        return option;
    }

    public static DocumentFormat Of(string name) => Formats[name];
}
