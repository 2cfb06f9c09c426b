using Comms.Core.Documents;
using Comms.Core.Markup;

namespace CommsDesk.Input;

/// <summary>A document given as JSON, from a file or the pipe. Text and markup inside it are data, however hostile.</summary>
internal static class DocumentInput
{
    /// <summary>Reads it; what could not be read as it was meant is told on the error output, and the rest goes on.</summary>
    /// <param name="path">The file; - for the pipe.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="InputException">There is no such file, or it holds no document.</exception>
    public static async Task<Document> ReadAsync(string path, CancellationToken cancel) => await OfAsync(path, await BytesAsync(path, cancel));

    /// <summary>What people call it.</summary>
    public static string Name(string path) => path == "-" ? "the pipe" : path;

    /// <summary>The document that is in what was read.</summary>
    public static async Task<Document> OfAsync(string path, byte[] json)
    {
        var name = Name(path);
        var reading = MarkupDocumentReader.Read(json);
        if (reading is not DocumentReading.Read { Document: var document, Remarks: var remarks })
        {
            throw new InputException($"{name}: {((DocumentReading.Unreadable)reading).Reason}");
        }

        foreach (var remark in remarks)
        {
            await Console.Error.WriteLineAsync($"comms: {name}: {remark}");
        }

        return document;
    }

    public static async Task<byte[]> BytesAsync(string path, CancellationToken cancel)
    {
        if (path != "-" && !File.Exists(path))
        {
            throw new InputException($"{path}: there is no such file");
        }

        await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
