namespace Comms.Core.Documents;

/// <summary>What came of reading a document.</summary>
public abstract record DocumentReading
{
    private DocumentReading()
    {
    }

    /// <summary>It was read.</summary>
    /// <param name="Document">The tree.</param>
    public sealed record Read(Document Document) : DocumentReading
    {
        /// <summary>What of it could not be read as it was meant, in words. Default: none.</summary>
        public IReadOnlyList<string> Remarks { get; init; } = [];
    }

    /// <summary>It is not a document.</summary>
    /// <param name="Reason">What is wrong and where, in words.</param>
    public sealed record Unreadable(string Reason) : DocumentReading;
}
