using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Testing;
using Xunit;

namespace Comms.Core.Conformance.Channels;

public sealed class FolderChannelTests : ChannelConformance, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("comms-folder-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_page_lies_beside_its_post()
    {
        var page = new Document { Title = "Your week", Blocks = [new Paragraph("The flu clinic is open.")] };
        var post = Post(DocumentRenderer.Render(page, DocumentFormat.PlainText)) with { Document = page };

        var channel = await OpenAsync();
        await channel.SendAsync(await channel.PrepareAsync(post, Context(), Cancel), Context().Key, Context(), Cancel);

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Assert.Single(folder.GetFiles("*.json")).FullName, Cancel));
        var beside = Path.Combine(folder.FullName, json.RootElement.GetProperty("page").GetString()!);
        Assert.Equal(DocumentRenderer.Render(page, DocumentFormat.Html), await File.ReadAllTextAsync(beside, Cancel));
    }

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
