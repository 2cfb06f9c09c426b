using Comms.Core.Triage;

namespace CommsDesk.Configuration;

/// <summary>Sees that the policy's file has changed, and reads it anew. Not thread-safe.</summary>
internal sealed class PolicyWatch(string? path)
{
    private byte[]? _seen = path is not null && File.Exists(path) ? File.ReadAllBytes(path) : null;

    /// <summary>The changed file's policy or its faults; null when nothing has changed, and while the file is away.</summary>
    public PolicyReading? Look()
    {
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        var now = File.ReadAllBytes(path);
        if (_seen is not null && now.AsSpan().SequenceEqual(_seen))
        {
            return null;
        }

        _seen = now;
        return TriagePolicyReader.Read(now);
    }
}
