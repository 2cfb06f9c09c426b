using Comms.Core.Channels;
using Comms.Core.Documents;
using Xunit;

namespace Comms.Core.Testing;

public abstract partial class ChannelConformance
{
    /// <summary>A page, where pages are shown, is the same each time it is prepared, and its words stand.</summary>
    [Fact]
    public async Task A_page_stands_with_its_words()
    {
        var channel = await OpenToSendAsync();
        Assert.SkipUnless(channel is IDocuments, "It shows no pages.");
        const string Words = "The flu clinic is open on Saturday.";
        var page = new Document { Title = "Your week", Blocks = [new Paragraph(Words), new Quote("Staff were kind & quick", "A visitor")] };
        var post = Post(DocumentRenderer.Render(page, DocumentFormat.PlainText)) with { Document = page };

        var once = await channel.PrepareAsync(post, Context(), Cancel);

        Assert.Equal(once.Hash(), (await channel.PrepareAsync(post, Context() with { Checkpoint = once.Checkpoint }, Cancel)).Hash());
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(channel, post, Context()));
        Assert.Contains(Words, Assert.Single(await ShownAsync()).Text, StringComparison.Ordinal);
    }
}
