using Comms.Core.Channels;
using Comms.Core.Channels.Fetching;
using Comms.Core.Documents;

namespace Comms.Core.Stories.Embeds;

/// <summary>
/// Asks providers what stands on the pages that a story shows: a title, who made it, and a picture. Where nobody can say, the
/// link alone suffices. Thread-safe.
/// </summary>
/// <param name="fetcher">Fetches the answers. The caller disposes of it.</param>
/// <param name="providers">Whom to ask; null for <see cref="EmbedProviders.Shipped"/>.</param>
public sealed class EmbedReader(GuardedFetcher fetcher, EmbedProviders? providers = null)
{
    /// <summary>Fills a document's embed cards with what they lack: words, author and picture. What an author wrote stays.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>The document, and of each card that nobody could speak for, why.</returns>
    public async ValueTask<EmbedReading> FillAsync(Document document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (blocks, left) = (new List<Block>(document.Blocks.Count), new List<string>());
        foreach (var block in document.Blocks)
        {
            blocks.Add(block is EmbedCard card && Lacks(card) ? await FillAsync(card, left, cancel).ConfigureAwait(false) : block);
        }

        return new EmbedReading(document with { Blocks = blocks }, left);
    }

    /// <summary>Whether somebody wrote words for it; its address alone is none.</summary>
    internal static bool HasWords(EmbedCard card) => !string.IsNullOrWhiteSpace(card.Text) && card.Text != card.Url;

    private static bool Lacks(EmbedCard card) => !HasWords(card) || card.Author is null || card.Picture is null;

    private async ValueTask<EmbedCard> FillAsync(EmbedCard card, List<string> left, CancellationToken cancel)
    {
        if (!Uri.TryCreate(card.Url, UriKind.Absolute, out var page) || (providers ?? EmbedProviders.Shipped).QuestionOf(page) is not { } question)
        {
            left.Add($"{card.Url}: no provider is known for it");
            return card;
        }

        try
        {
            if (await fetcher.FetchAsync(question, known: null, cancel).ConfigureAwait(false) is Fetched.Page { Bytes: var bytes } && EmbedAnswer.Fill(card, bytes) is { } filled)
            {
                return filled;
            }

            left.Add($"{card.Url}: {question.Host} gave no answer that can be read");
        }
        catch (ChannelException fault)
        {
            left.Add($"{card.Url}: {fault.Message}");
        }

        return card;
    }
}

/// <summary>A document whose embed cards were filled.</summary>
/// <param name="Document">The document.</param>
/// <param name="Left">Of each card that nobody could speak for: its address and why.</param>
public sealed record EmbedReading(Document Document, IReadOnlyList<string> Left);
