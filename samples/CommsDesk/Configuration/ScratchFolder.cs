namespace CommsDesk.Configuration;

/// <summary>A folder that is thrown away: a dry run works on a ledger in it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("comms-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
