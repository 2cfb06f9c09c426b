using System.Text;
using Comms.Core.Documents;

namespace CommsDesk.Output;

/// <summary>A document on standard output.</summary>
internal static class DocumentOutput
{
    public static Task WriteAsync(Document document, DocumentFormat format, CancellationToken cancel) =>
        WriteAsync(DocumentRenderer.Render(document, format), cancel);

    public static async Task WriteAsync(string text, CancellationToken cancel)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text), cancel);
    }
}
