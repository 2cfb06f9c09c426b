using Comms.Core.Channels;
using CommsDesk.Input;

namespace CommsDesk.Configuration;

/// <summary>Reads where messages come from: an account, a mailbox, a feed, a file of rows or a folder of such files.</summary>
internal static class SourceReader
{
    private static readonly string[] OfRows = ["columns", "dates", "act", "folder"];
    private static readonly string[] Files = ["csv", "jsonl", "xlsx", "folder"];

    /// <returns>Null where it names none; the fault is noted.</returns>
    public static SourceConfig? Read(JsonWalk source, Func<string, string> absolute)
    {
        source.Allow("csv", "jsonl", "xlsx", "folder", "textColumn", "mapping", "columns", "dates", "act", "account", "imap", "user", "credential", "feed", "kind");
        if (source.Text("imap") is { } imap)
        {
            return Mailbox(source, imap, absolute);
        }

        if (source.Text("feed") is { } feed)
        {
            return Feed(source, feed);
        }

        var (path, account) = (Files.Select(name => source.Text(name)).FirstOrDefault(text => text is not null), source.Text("account"));
        if (path is null && account is null)
        {
            source.Fault("csv", "a source names an account, a mailbox (imap), a feed, a csv, jsonl or xlsx file, or a folder");
            return null;
        }

        return path is null
            ? new SourceConfig(Path: null, TextColumn: null, account)
            : new SourceConfig(absolute(path), source.Text("textColumn"), account) { Mapping = Mapping(source), IsFolder = source.Has("folder") };
    }

    /// <summary>A mapping that ships with what the source says itself; null where it says nothing.</summary>
    private static ColumnMapping? Mapping(JsonWalk source)
    {
        var named = source.Text("mapping");
        if (named is null && !OfRows.Any(source.Has))
        {
            return null;
        }

        var mapping = ColumnMapping.Plain;
        if (named is not null && !ColumnMapping.All.TryGetValue(named, out mapping))
        {
            source.Fault("mapping", $"'{named}' is not known; known are {string.Join(", ", ColumnMapping.All.Keys)}");
            return null;
        }

        var act = source.Text("act");
        if (act is not null && !Enum.TryParse<Act>(act, ignoreCase: true, out _))
        {
            source.Fault("act", $"'{act}' is not known; known are {string.Join(", ", Enum.GetNames<Act>()).ToLowerInvariant()}");
        }

        var dates = source.Texts("dates");
        return mapping! with { Act = act ?? mapping.Act, Dates = dates.Count > 0 ? dates : mapping.Dates, Columns = Columns(source, mapping) };
    }

    private static Dictionary<string, IReadOnlyList<string>> Columns(JsonWalk source, ColumnMapping mapping)
    {
        var columns = mapping.Columns.ToDictionary(StringComparer.Ordinal);
        var own = source.Object("columns");
        own?.Allow(ColumnMapping.Fields);
        foreach (var field in ColumnMapping.Fields.Where(field => own?.Has(field) == true))
        {
            columns[field] = own!.Texts(field);
        }

        if (source.Text("textColumn") is { } text)
        {
            columns["text"] = [text];
        }

        return columns;
    }

    private static SourceConfig Mailbox(JsonWalk source, string address, Func<string, string> absolute)
    {
        var mailbox = new MailboxConfig(address, source.Text("user", required: true) ?? "", SecretReference.From(source.Text("credential", required: true), absolute) ?? "");
        if (DeskChannels.FaultOf(mailbox) is { } fault)
        {
            source.Fault("imap", fault);
        }

        return new SourceConfig(Path: null, TextColumn: null, source.Text("account"), mailbox);
    }

    private static SourceConfig Feed(JsonWalk source, string address)
    {
        var feed = new FeedConfig(address, source.Text("kind"));
        if (DeskChannels.FaultOf(feed) is { } fault)
        {
            source.Fault("feed", fault);
        }

        return new SourceConfig(Path: null, TextColumn: null, Feed: feed);
    }
}
