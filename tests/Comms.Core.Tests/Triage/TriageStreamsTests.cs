using System.Runtime.CompilerServices;
using Comms.Core.Triage;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage;

public sealed class TriageStreamsTests
{
    private static readonly TriageSelector<int> Length = static (text, _) => text.Length;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Order_is_kept_however_many_work() => Gen.Select(Gen.Int[0, 700], Gen.Int[1, 5], Gen.Int[1, 90]).SampleAsync(
        async (count, workers, ahead) =>
        {
            var options = new TriageStreamOptions { Workers = workers, ReadAhead = ahead };
            var read = await Triagers.Plain.TriageTextsAsync(Texts(count), static (text, _) => text.ToString(), options, Cancel).ToListAsync(Cancel);
            Assert.Equal(Enumerable.Range(0, count).Select(Text), read);
        },
        iter: 40);

    [Fact]
    public async Task A_stream_finds_what_a_single_message_finds()
    {
        var items = ManyMessages.Week.Take(200).ToArray();
        var streamed = await Triagers.Plain.TriageItemsAsync(items.ToAsyncEnumerable(), "inbox", cancel: Cancel).ToListAsync(Cancel);
        Assert.Equal(items, streamed.Select(judged => judged.Item));
        Assert.Equal(
            items.Select(item => Summary(Triagers.Plain.Triage(item, "inbox"))),
            streamed.Select(judged => Summary(judged.Message)));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(4, 64)]
    [InlineData(4, 2)]
    public async Task A_reader_that_stops_taking_stops_the_source(int workers, int ahead)
    {
        var source = new CountingSource();
        var options = new TriageStreamOptions { Workers = workers, ReadAhead = ahead };
        await using var stream = Triagers.Plain.TriageTextsAsync(source.ReadAsync(Cancel), Length, options, Cancel).GetAsyncEnumerator(Cancel);
        for (var taken = 1; taken <= 100; taken++)
        {
            Assert.True(await stream.MoveNextAsync());
            await source.RestsAsync();
            Assert.InRange(source.Read, taken, taken + ahead);
        }
    }

    [Fact]
    public async Task What_came_before_a_fault_comes_first()
    {
        var read = 0;
        var fault = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in Triagers.Plain.TriageTextsAsync(Faulting(777), Length, new TriageStreamOptions { Workers = 3 }, Cancel))
            {
                read++;
            }
        });
        Assert.Equal((777, "line 778"), (read, fault.Message));
    }

    [Fact]
    public async Task A_fault_of_the_selector_comes_in_its_place()
    {
        var read = 0;
        TriageSelector<int> select = static (text, _) => text.SequenceEqual(Text(300)) ? throw new InvalidDataException() : 0;
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in Triagers.Plain.TriageTextsAsync(Texts(600), select, new TriageStreamOptions { Workers = 2 }, Cancel))
            {
                read++;
            }
        });
        Assert.Equal(300, read);
    }

    [Fact]
    public async Task Cancelling_stops_at_once_even_when_the_source_does_not_listen()
    {
        using var stop = new CancellationTokenSource();
        var silence = new TaskCompletionSource();
        await using var stream = Triagers.Plain.TriageTextsAsync(Silent(silence.Task), Length, cancel: stop.Token).GetAsyncEnumerator(Cancel);
        Assert.True(await stream.MoveNextAsync());
        var waiting = stream.MoveNextAsync();
        Assert.False(waiting.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        silence.SetResult();
    }

    [Fact]
    public async Task No_message_comes_after_cancelling()
    {
        using var stop = new CancellationTokenSource();
        var read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Triagers.Plain.TriageTextsAsync(Texts(100_000), Length, cancel: stop.Token))
            {
                if (++read == 10)
                {
                    await stop.CancelAsync();
                }
            }
        });
        Assert.Equal(10, read);
    }

    [Fact]
    public async Task A_slow_source_does_not_hold_up_what_it_gave()
    {
        var silence = new TaskCompletionSource();
        await using var stream = Triagers.Plain.TriageTextsAsync(Silent(silence.Task), Length, cancel: Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await stream.MoveNextAsync());
        silence.SetResult();
        Assert.True(await stream.MoveNextAsync());
        Assert.False(await stream.MoveNextAsync());
    }

    [Fact]
    public async Task A_reader_that_leaves_lets_go_of_the_source()
    {
        var source = new CountingSource();
        await foreach (var _ in Triagers.Plain.TriageTextsAsync(source.ReadAsync(Cancel), Length, cancel: Cancel))
        {
            break;
        }

        Assert.True(source.IsClosed);
    }

    [Fact]
    public async Task A_stream_can_be_read_twice()
    {
        var stream = Triagers.Plain.TriageTextsAsync(Texts(300), Length, cancel: Cancel);
        Assert.Equal(await stream.ToListAsync(Cancel), await stream.ToListAsync(Cancel));
    }

    [Fact]
    public void A_batch_puts_each_result_where_its_text_stands()
    {
        var texts = Enumerable.Range(0, 1000).Select(Text).ToArray();
        var into = new string[1000];
        Triagers.Plain.TriageTexts(texts, into.AsMemory(), static (text, _) => text.ToString(), cancel: Cancel);
        Assert.Equal(texts, into);
    }

    [Fact]
    public void A_batch_without_room_is_refused() => Assert.Throws<ArgumentException>(() =>
        Triagers.Plain.TriageTexts(new[] { "a", "b" }, new int[1].AsMemory(), Length, cancel: Cancel));

    [Fact]
    public void Workers_and_reading_ahead_are_at_least_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Triagers.Plain.TriageTextsAsync(Texts(1), Length, new TriageStreamOptions { Workers = 0 }, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>(() => Triagers.Plain.TriageTextsAsync(Texts(1), Length, new TriageStreamOptions { ReadAhead = 0 }, Cancel));
    }

    private static string Text(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"message {number} was fine");

    private static IAsyncEnumerable<string> Texts(int count) => Enumerable.Range(0, count).Select(Text).ToAsyncEnumerable();

    private static async IAsyncEnumerable<string> Faulting(int after)
    {
        for (var i = 0; i < after; i++)
        {
            yield return Text(i);
        }

        await Task.Yield();
        throw new InvalidDataException($"line {after + 1}");
    }

    /// <summary>One text, then nothing until it is told, whatever is cancelled.</summary>
    private static async IAsyncEnumerable<string> Silent(Task until)
    {
        yield return Text(0);
        await until;
        yield return Text(1);
    }

    private static string Summary(TriagedMessage message) => string.Join(
        '|',
        [message.Text, message.Findings.Sentiment.ToString(), .. message.Findings.Evidence.Select(evidence => evidence.ToString())]);

    /// <summary>Counts what is read of it; has more for ever.</summary>
    private sealed class CountingSource
    {
        private int _read;

        public int Read => Volatile.Read(ref _read);

        public bool IsClosed { get; private set; }

        public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
        {
            try
            {
                while (true)
                {
                    await Task.CompletedTask;
                    cancel.ThrowIfCancellationRequested();
                    yield return Text(Interlocked.Increment(ref _read));
                }
            }
            finally
            {
                IsClosed = true;
            }
        }

        /// <summary>Gives the workers every chance to read further: until the count has stood still for a while.</summary>
        public async Task RestsAsync()
        {
            for (var still = 0; still < 50;)
            {
                var before = Read;
                await Task.Yield();
                still = Read == before ? still + 1 : 0;
            }
        }
    }
}
