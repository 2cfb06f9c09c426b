using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Channels.Facebook;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

public sealed class FacebookSourceTests : SourceConformance, IDisposable
{
    private readonly FakeFacebook server = new();
    private readonly List<FacebookSource> opened = [];

    public FacebookSourceTests()
    {
        var post = server.Stand("Flu jabs today");
        var now = TimeProvider.System.GetUtcNow();
        for (var comment = 0; comment < 350; comment++)
        {
            server.Comment(string.Create(CultureInfo.InvariantCulture, $"Thank you {comment}"), post, now.AddSeconds(comment / 3 - 400));
        }
    }

    public void Dispose()
    {
        opened.ForEach(source => source.Dispose());
        server.Dispose();
    }

    [Fact]
    public async Task Comments_answers_and_posts_that_name_the_Page_come_once_and_what_the_Page_wrote_never()
    {
        using var alone = new FakeFacebook();
        var post = alone.Stand("Flu jabs today");
        var asked = alone.Comment("When are you open?", post);
        alone.Comment("I wonder too", asked);
        alone.Tag("Thank you, @town");
        using var source = At(alone);

        var items = await ItemsAsync(source, SourceCursor.Start);

        Assert.Equal(
            [("I wonder too", Act.Comment, asked), ("Thank you, @town", Act.Mention, null), ("When are you open?", Act.Comment, post)],
            items.Select(item => (item.Text, item.Act, item.InReplyTo)).OrderBy(item => item.Text, StringComparer.Ordinal));
        Assert.All(items, item => Assert.Equal(new Author("7", "Anna"), item.Author));
    }

    [Fact]
    public async Task What_was_written_since_the_cursor_comes_alone()
    {
        var pages = await (await OpenAsync()).ReadAsync(SourceCursor.Start, Cancel).ToListAsync(Cancel);
        server.Tag("One more");

        Assert.Equal(["One more"], (await ItemsAsync(await OpenAsync(), pages[^1].Next)).Select(item => item.Text));
    }

    protected override ValueTask<IMessageSource> OpenAsync()
    {
        opened.Add(At(server));
        return ValueTask.FromResult<IMessageSource>(opened[^1]);
    }

    protected override ValueTask DeleteAsync(string item)
    {
        server.Delete(item);
        return ValueTask.CompletedTask;
    }

    private static FacebookSource At(FakeFacebook server) => new(
        "town", new FacebookOptions { Address = server.Address + "/v25.0", Page = FakeFacebook.PageId, Credential = "env:TOKEN" }, new FixedCredentials(server.Person));

    private static async Task<List<SourceItem>> ItemsAsync(IMessageSource source, SourceCursor from) =>
        await source.ReadAsync(from, Cancel).SelectMany(page => page.Events.OfType<SourceEvent.Posted>()).Select(posted => posted.Item).ToListAsync(Cancel);
}
