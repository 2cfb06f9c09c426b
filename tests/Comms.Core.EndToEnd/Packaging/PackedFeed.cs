using System.IO.Compression;
using System.Xml.Linq;
using Comms.Core.EndToEnd.Processes;
using Comms.Core.Tests;
using Xunit;

namespace Comms.Core.EndToEnd.Packaging;

/// <summary>Every package of this checkout, packed once into a folder of its own.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Ids { get; } = ["Comms.Core", "Comms.Core.Ai", "Comms.Core.Channels.Bluesky", "Comms.Core.Channels.Email", "Comms.Core.Channels.Facebook", "Comms.Core.Channels.Feeds", "Comms.Core.Channels.Mastodon", "Comms.Core.Channels.Webhooks", "Comms.Core.Channels.WordPress", "Comms.Core.Channels.X", "Comms.Core.Charts", "Comms.Core.Hosting", "Comms.Core.ICalendar", "Comms.Core.Markup", "Comms.Core.PostgreSql", "Comms.Core.Sqlite", "Comms.Core.Testing"];

    public string Path => folder.In("feed");

    public string Version { get; } = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

    public string FileOf(string id, string extension) => System.IO.Path.Combine(Path, $"{id}.{Version}.{extension}");

    public ZipArchive Open(string id) => ZipFile.OpenRead(FileOf(id, "nupkg"));

    public static string Read(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)?.Open() ?? throw new InvalidOperationException($"There is no {name}."));
        return reader.ReadToEnd();
    }

    public async ValueTask InitializeAsync()
    {
        // Outside the checkout, so that nothing which other tests read is written; analysed when it was built.
        foreach (var id in Ids)
        {
            Needs.Registry(await Command.DotnetAsync(
                Repository.Root, TestContext.Current.CancellationToken, "pack", $"src/{id.Data}", "-c", "Release", "-o", Path,
                "--artifacts-path", folder.In("artifacts"), "-p:RunAnalyzers=false"));
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
