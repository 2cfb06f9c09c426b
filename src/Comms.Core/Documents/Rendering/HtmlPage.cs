namespace Comms.Core.Documents.Rendering;

/// <summary>What is the same on every page: its policy and its look.</summary>
internal static class HtmlPage
{
    /// <summary>Nothing runs and nothing is fetched but pictures over https.</summary>
    public const string ContentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:";

    /// <summary>Nothing runs and nothing is fetched at all.</summary>
    public const string SealedPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    public static string Stylesheet { get; } = Read();

    private static string Read()
    {
        using var resource = typeof(HtmlPage).Assembly.GetManifestResourceStream("Comms.Core.Documents.Rendering.page.css")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
