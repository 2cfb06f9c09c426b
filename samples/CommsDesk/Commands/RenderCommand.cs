using System.CommandLine;
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
        command.SetAction(async (parsed, cancel) =>
        {
            var document = await DocumentInput.ReadAsync(parsed.GetValue(input)!, cancel);
            await DocumentOutput.WriteAsync(document, DocumentFormats.Of(parsed.GetValue(format)!), cancel);
            return ExitCode.Done;
        });
        return command;
    }
}
