using Comms.Core.Channels;
using Xunit;

namespace Comms.Core.Testing;

/// <summary>What every <see cref="IMessageSource"/> must do, as facts. Derive one class.</summary>
public abstract class SourceConformance
{
    /// <summary>The test's own cancellation.</summary>
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens a source that holds at least 1,200 messages, or as many as give three pages; the same ones each time.</summary>
    protected abstract ValueTask<IMessageSource> OpenAsync();

    /// <summary>A reading from the start, twice, gives the same messages under the same ids.</summary>
    [Fact]
    public async Task The_same_message_has_the_same_id_at_each_reading() =>
        Assert.Equal(await IdsAsync(await OpenAsync(), SourceCursor.Start), await IdsAsync(await OpenAsync(), SourceCursor.Start));

    /// <summary>No message comes twice in one reading.</summary>
    [Fact]
    public async Task No_message_comes_twice()
    {
        var ids = await IdsAsync(await OpenAsync(), SourceCursor.Start);

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>From the cursor of any page, reading goes on exactly where that page ended.</summary>
    [Fact]
    public async Task Reading_resumes_after_every_page()
    {
        var all = await IdsAsync(await OpenAsync(), SourceCursor.Start);
        var read = 0;
        var pages = await (await OpenAsync()).ReadAsync(SourceCursor.Start, Cancel).ToListAsync(Cancel);

        Assert.True(pages.Count > 1, "It must be read in pages.");
        foreach (var page in pages)
        {
            read += page.Events.OfType<SourceEvent.Posted>().Count();
            Assert.Equal(all.Skip(read), await IdsAsync(await OpenAsync(), page.Next));
        }
    }

    /// <summary>Of a source that can be asked, what was deleted is gone, and nothing else.</summary>
    [Fact]
    public async Task What_is_deleted_is_gone_where_the_source_can_be_asked_and_the_rest_stands()
    {
        if (await OpenAsync() is not ISweptSource source)
        {
            return;
        }

        Assert.InRange(source.MostAsked, 2, 100);
        var ids = (await IdsAsync(source, SourceCursor.Start)).Take(source.MostAsked).ToList();
        Assert.Empty(await source.FindGoneAsync(ids, Cancel));

        await DeleteAsync(ids[1]);

        Assert.Equal([ids[1]], await source.FindGoneAsync(ids, Cancel));
    }

    /// <summary>Deletes a message where it stands, as its author would. Override it for an <see cref="ISweptSource"/>.</summary>
    /// <param name="item">The source's id of it.</param>
    protected virtual ValueTask DeleteAsync(string item) => throw new NotSupportedException("A source that can be asked overrides DeleteAsync.");

    private static async ValueTask<List<string>> IdsAsync(IMessageSource source, SourceCursor from) =>
        await source.ReadAsync(from, Cancel)
            .SelectMany(page => page.Events.OfType<SourceEvent.Posted>()).Select(posted => posted.Item.Id).ToListAsync(Cancel);
}
