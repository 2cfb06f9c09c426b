using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Testing;

namespace Comms.Core.Conformance.Channels;

public sealed class FolderChannelTests : ChannelConformance, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("comms-folder-");

    public void Dispose() => folder.Delete(recursive: true);

    protected override ValueTask<IChannel> OpenAsync() => ValueTask.FromResult<IChannel>(
        new FolderChannel("account", new FolderChannelOptions { Path = folder.FullName, MaxLength = 300 }));

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() => ValueTask.FromResult<IReadOnlyList<ShownPost>>(
        [.. folder.GetFiles("*.json").Select(file => Read(file)).OrderBy(read => read.Part).Select(read => read.Post)]);

    private static (int Part, ShownPost Post) Read(FileInfo file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
        var root = json.RootElement;
        var alts = root.GetProperty("media").EnumerateArray().Select(media => media.GetProperty("alt").GetString()!);
        return (root.GetProperty("part").GetInt32(), new ShownPost(root.GetProperty("text").GetString()!, [.. alts]));
    }
}
