namespace Comms.Core.Triage.Training;

/// <summary>Runs the work of one head after another on every processor, and tells how far it is.</summary>
internal sealed class TrainingProgress(int heads, IProgress<double>? report, CancellationToken cancel)
{
    private int _headsDone;

    public void Each(int jobs, Action<int> work)
    {
        var done = 0;
        Parallel.For(0, jobs, new ParallelOptions { CancellationToken = cancel }, job =>
        {
            work(job);
            report?.Report((_headsDone + ((double)Interlocked.Increment(ref done) / jobs)) / heads);
        });
        _headsDone++;
    }
}
