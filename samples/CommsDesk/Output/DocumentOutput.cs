using Comms.Core.Documents;

namespace CommsDesk.Output;

/// <summary>A document on standard output.</summary>
internal static class DocumentOutput
{
    public static Task WriteAsync(Document document, DocumentFormat format, CancellationToken cancel) =>
        WriteAsync(DocumentRenderer.Render(document, format), cancel);

    public static Task WriteAsync(string text, CancellationToken cancel) => Console.Out.WriteAsync(text.AsMemory(), cancel);
}
