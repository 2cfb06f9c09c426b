using Comms.Core.Ledger;

namespace Comms.Core.Tests.Ledger;

/// <summary>A marker's folder of its own, thrown away afterwards.</summary>
internal sealed class MarkerFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("comms-marker-");

    public IEnumerable<string> Files => Directory.EnumerateFiles(folder.FullName);

    public FileHighWaterMarker Open() => new(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);
}
