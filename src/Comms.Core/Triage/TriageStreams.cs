using Comms.Core.Channels;
using Comms.Core.Listening;
using Comms.Core.Triage.Streams;

namespace Comms.Core.Triage;

/// <summary>Keeps of one text's result what is wanted. What is not copied out is overwritten by the next text.</summary>
/// <param name="text">The words that were judged.</param>
/// <param name="result">Valid during the call alone.</param>
/// <typeparam name="T">What is kept: a small struct costs the least.</typeparam>
public delegate T TriageSelector<out T>(ReadOnlySpan<char> text, TriageResult result);

/// <summary>A message that the host keeps itself, with what triage made of it.</summary>
/// <param name="Item">As it came from the source.</param>
/// <param name="Message">As it was judged.</param>
public sealed record TriagedItem(SourceItem Item, TriagedMessage Message);

/// <summary>
/// Judges many messages on all processors: streams and batches on top of <see cref="Triager"/>. Results come in the order
/// of the messages. A stream reads no further ahead than its options say, whatever its length; when its source fails, what
/// came before is judged and given first, and then the source's exception; a cancelled stream stops at once, without
/// waiting for a source that does not answer. A worker's call to a source, and to a selector, comes on the thread pool.
/// </summary>
public static class TriageStreams
{
    private const int TextsAtATime = 256;

    /// <summary>Judges messages that were heard, with reasons, duties and evidence.</summary>
    /// <param name="triager">What judges them.</param>
    /// <param name="messages">Read by one worker at a time.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancel">Stops at once.</param>
    public static IAsyncEnumerable<TriagedMessage> TriageAsync(
        this Triager triager, IAsyncEnumerable<Message> messages, TriageStreamOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(triager);
        ArgumentNullException.ThrowIfNull(messages);
        return Run<Message, TriagedMessage>(() => triager.Triage, options, messages, cancel);
    }

    /// <summary>Judges messages that the host keeps itself, with reasons, duties and evidence.</summary>
    /// <param name="triager">What judges them.</param>
    /// <param name="items">Read by one worker at a time.</param>
    /// <param name="source">Where they came from, as rules may name it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancel">Stops at once.</param>
    public static IAsyncEnumerable<TriagedItem> TriageItemsAsync(
        this Triager triager,
        IAsyncEnumerable<SourceItem> items,
        string source,
        TriageStreamOptions? options = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(triager);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(source);
        return Run<SourceItem, TriagedItem>(() => item => new TriagedItem(item, triager.Triage(item, source)), options, items, cancel);
    }

    /// <summary>
    /// Judges words alone and keeps of each result what a selector takes: no reasons, duties or evidence are made, so
    /// that millions of texts cost no more memory than a few.
    /// </summary>
    /// <param name="triager">What judges them.</param>
    /// <param name="texts">Read by one worker at a time.</param>
    /// <param name="select">Called on several threads at once, for different texts.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancel">Stops at once.</param>
    public static IAsyncEnumerable<T> TriageTextsAsync<T>(
        this Triager triager,
        IAsyncEnumerable<string> texts,
        TriageSelector<T> select,
        TriageStreamOptions? options = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(triager);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(select);
        return Run(() => JudgeOf(triager, select), options, texts, cancel);
    }

    /// <summary>Judges words that are all there already, on all processors, and returns when all are done.</summary>
    /// <param name="triager">What judges them.</param>
    /// <param name="texts">The words.</param>
    /// <param name="into">As long as <paramref name="texts"/>, or longer; each result goes where its text stands.</param>
    /// <param name="select">Called on several threads at once, for different texts.</param>
    /// <param name="options">Null for the defaults; only the number of workers counts.</param>
    /// <param name="cancel">Stops after the texts that are being judged.</param>
    /// <exception cref="ArgumentException"><paramref name="into"/> is too short.</exception>
    public static void TriageTexts<T>(
        this Triager triager,
        ReadOnlyMemory<string> texts,
        Memory<T> into,
        TriageSelector<T> select,
        TriageStreamOptions? options = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(triager);
        ArgumentNullException.ThrowIfNull(select);
        options ??= new TriageStreamOptions();
        options.Check();
        if (into.Length < texts.Length)
        {
            throw new ArgumentException($"There is room for {into.Length} results of {texts.Length} texts.", nameof(into));
        }

        Parallel.For(
            0,
            (texts.Length + TextsAtATime - 1) / TextsAtATime,
            new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancel },
            () => new TriageResult(),
            (part, _, result) =>
            {
                var some = texts.Span.Slice(part * TextsAtATime, Math.Min(TextsAtATime, texts.Length - (part * TextsAtATime)));
                for (var i = 0; i < some.Length; i++)
                {
                    triager.Triage(some[i], result);
                    into.Span[(part * TextsAtATime) + i] = select(some[i], result);
                }

                return result;
            },
            static _ => { });
    }

    private static IAsyncEnumerable<TOut> Run<TItem, TOut>(
        Func<Func<TItem, TOut>> newWorker, TriageStreamOptions? options, IAsyncEnumerable<TItem> source, CancellationToken cancel)
    {
        options ??= new TriageStreamOptions();
        options.Check();
        return OrderedStream<TItem, TOut>.RunAsync(newWorker, options, source, cancel);
    }

    /// <summary>One result for each worker, used again for text after text.</summary>
    private static Func<string, T> JudgeOf<T>(Triager triager, TriageSelector<T> select)
    {
        var result = new TriageResult();
        return text =>
        {
            triager.Triage(text, result);
            return select(text, result);
        };
    }
}
