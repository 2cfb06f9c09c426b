using Comms.Core.Documents;

namespace CommsDesk.Output;

/// <summary>A document on standard output.</summary>
internal static class DocumentOutput
{
    public static async Task WriteAsync(Document document, DocumentFormat format, CancellationToken cancel)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(DocumentRenderer.RenderUtf8(document, format), cancel);
    }
}
