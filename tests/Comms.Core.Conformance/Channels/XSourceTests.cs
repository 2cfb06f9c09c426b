using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Channels.X;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

public sealed class XSourceTests : SourceConformance, IDisposable
{
    private readonly FakeX server = new();
    private readonly List<XSource> opened = [];

    public XSourceTests()
    {
        for (var mention = 0; mention < 250; mention++)
        {
            server.Mention(string.Create(CultureInfo.InvariantCulture, $"@town Thank you {mention}"));
        }
    }

    public void Dispose()
    {
        opened.ForEach(source => source.Dispose());
        server.Dispose();
    }

    [Fact]
    public async Task A_message_comes_as_people_read_it_with_who_wrote_it_and_what_it_answers()
    {
        using var alone = new FakeX();
        alone.Mention("@town Is it true? https://example.com/flu?a=1&b=2 says “no” & more", "replied_to", "1000");
        alone.Mention("@town Look", "quoted", "1001");
        alone.Mention("Our own words about @town", author: "town");
        using var source = new XSource("town", new XOptions { Address = alone.Address, Credential = "env:TOKEN" }, new FixedCredentials(FakeX.Token));

        var items = await source.ReadAsync(SourceCursor.Start, Cancel).SelectMany(page => page.Events.OfType<SourceEvent.Posted>()).Select(posted => posted.Item).ToListAsync(Cancel);

        Assert.Equal(
            [("@town Is it true? https://example.com/flu?a=1&b=2 says “no” & more", Act.Reply, "1000"), ("@town Look", Act.Quote, null)],
            items.Select(item => (item.Text, item.Act, item.InReplyTo)));
        Assert.Equal((new Author("@anna", "Anna", Followers: 12), "https://x.com/anna/status/3000"), (items[0].Author, items[0].Url));
    }

    [Fact]
    public async Task A_long_post_comes_whole()
    {
        using var alone = new FakeX();
        var letter = "@town " + string.Concat(Enumerable.Repeat("We waited for hours. ", 40)) + "See https://example.com/letter.";
        alone.Mention(letter);
        using var source = new XSource("town", new XOptions { Address = alone.Address, Credential = "env:TOKEN" }, new FixedCredentials(FakeX.Token));

        var page = Assert.Single(await source.ReadAsync(SourceCursor.Start, Cancel).ToListAsync(Cancel));

        Assert.Equal(letter, Assert.IsType<SourceEvent.Posted>(Assert.Single(page.Events)).Item.Text);
    }

    protected override ValueTask<IMessageSource> OpenAsync()
    {
        var source = new XSource("town", new XOptions { Address = server.Address, Credential = "env:TOKEN" }, new FixedCredentials(FakeX.Token));
        opened.Add(source);
        return ValueTask.FromResult<IMessageSource>(source);
    }

    protected override ValueTask DeleteAsync(string item)
    {
        server.Delete(item);
        return ValueTask.CompletedTask;
    }
}
