using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Triage;
using CommsDesk.Input;

namespace CommsDesk.Output;

/// <summary>
/// Measures triage alone, a batch at a time: reading, reasons and writing do not count. Processor time is the process's
/// own, allocations those of this thread.
/// </summary>
internal sealed class TriageMeter(Triager triager)
{
    private const int Batch = 512;
    private readonly TriageResult _result = new();
    private TimeSpan _spent;
    private long _allocated;
    private long _messages;

    /// <summary>Measures a batch, then judges it whole: nothing else runs in the process while it measures.</summary>
    public async IAsyncEnumerable<TriagedItem> TriageAsync(
        IAsyncEnumerable<SourceItem> items, string source, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var batch in items.Chunked(Batch, cancel))
        {
            Measure(batch);
            await foreach (var judged in triager.TriageItemsAsync(batch.ToAsyncEnumerable(), source, cancel: cancel))
            {
                yield return judged;
            }
        }
    }

    private void Measure(IReadOnlyList<SourceItem> batch)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < batch.Count; i++)
        {
            triager.Triage(batch[i].Text, _result);
        }

        _spent += Environment.CpuUsage.TotalTime - start;
        _allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
        _messages += batch.Count;
    }

    public string Json(long rejected)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("messages", _messages);
            json.WriteNumber("rejected", rejected);
            json.WriteNumber("triageCpuSeconds", Math.Round(_spent.TotalSeconds, 6));
            json.WriteNumber("messagesPerCpuSecond", _spent > TimeSpan.Zero ? Math.Round(_messages / _spent.TotalSeconds) : 0);
            json.WriteNumber("allocatedBytesPerMessage", _messages > 0 ? Math.Round((double)_allocated / _messages, 3) : 0);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
