using System.Text.Json;
using Comms.Core.Channels;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class MediaTests
{
    [Fact]
    public async Task Pictures_arrive_with_their_descriptions()
    {
        var folder = Directory.CreateTempSubdirectory("comms-media-");
        var world = new PublishingWorld(new FolderChannel("a", new FolderChannelOptions { Path = folder.FullName }));
        using var picture = new MemoryStream([1, 2, 3]);
        var stored = await world.Media.PutAsync(picture, TestContext.Current.CancellationToken);
        var media = new MediaRef(stored.Sha256, "image/png", stored.Length, "A heron in the garden");
        await world.PlanAsync("post", null, null, new Rendition { Account = "a", Text = "Look!", Media = [media] });

        await world.RunAsync();

        var file = Assert.Single(folder.GetFiles("*.json"));
        var shown = JsonDocument.Parse(await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken))
            .RootElement.GetProperty("media")[0];
        Assert.Equal("A heron in the garden", shown.GetProperty("alt").GetString());
        Assert.Equal(
            [1, 2, 3],
            await File.ReadAllBytesAsync(Path.Combine(folder.FullName, shown.GetProperty("file").GetString()!), TestContext.Current.CancellationToken));
        folder.Delete(recursive: true);
    }
}
