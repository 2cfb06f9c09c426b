namespace CommsDesk.Output;

/// <summary>One line on the terminal that says how far long work is; nothing for short work, and nothing without a terminal.</summary>
internal sealed class ProgressLine(string doing, TimeProvider clock) : IProgress<double>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly long _start = clock.GetTimestamp();
    private readonly Lock _lock = new();
    private int _shown = -1;

    public void Report(double value)
    {
        if (Console.IsErrorRedirected || clock.GetElapsedTime(_start) < Patience)
        {
            return;
        }

        lock (_lock)
        {
            var percent = (int)(value * 100);
            if (percent > _shown)
            {
                _shown = percent;
                Console.Error.Write($"\rcomms: {doing} {percent} %");
            }
        }
    }

    public void Dispose()
    {
        if (_shown >= 0)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }
}
