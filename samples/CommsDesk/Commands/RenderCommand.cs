using System.CommandLine;
using Comms.Core.Documents;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms render</c>: a document tree, given as JSON, in another form. Text inside it is data. Needs no ledger.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "The document as JSON; - for the pipe.", DefaultValueFactory = _ => "-", HelpName = "DOC.json" };
        var format = DocumentFormats.Option();
        var command = new Command("render", "Render a document given as JSON.") { input, format };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(input)!, DocumentFormats.Of(parsed.GetValue(format)!), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string path, DocumentFormat format, CancellationToken cancel)
    {
        var name = path == "-" ? "the pipe" : path;
        switch (DocumentReader.Read(await BytesAsync(path, cancel)))
        {
            case DocumentReading.Read { Document: var document }:
                await DocumentOutput.WriteAsync(document, format, cancel);
                return ExitCode.Done;
            case DocumentReading.Unreadable unreadable:
                throw new InputException($"{name}: {unreadable.Reason}");
            default:
                throw new InvalidOperationException("A reading has no other outcome.");
        }
    }

    private static async Task<byte[]> BytesAsync(string path, CancellationToken cancel)
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
