using System.Security.Cryptography;
using Comms.Core.Ledger;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Testing.Ledgers;

/// <summary>What every <see cref="IMediaStore"/> must do. Derive one class per store in a test project that uses xunit.v3.</summary>
public abstract class MediaStoreConformance : IAsyncLifetime
{
    private IMediaStore? _store;

    /// <summary>The store under test.</summary>
    protected IMediaStore Store => _store ?? throw new InvalidOperationException("The store opens before each test.");

    /// <summary>Ends with the test.</summary>
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens the store before each test.</summary>
    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    /// <summary>Closes the store after each test.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await CloseAsync();
    }

    /// <summary>Gives an empty store.</summary>
    protected abstract ValueTask<IMediaStore> OpenAsync();

    /// <summary>Closes what <see cref="OpenAsync"/> opened. Default: nothing.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    /// <summary>Content of any length comes back as it was, under the name of its hash.</summary>
    /// <param name="length">In bytes.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(262_143)]
    [InlineData(262_144)]
    [InlineData(262_145)]
    [InlineData(3_000_000)]
    public async Task Keeps_content_under_its_hash(int length)
    {
        var content = Content(length);
        var stored = await PutAsync(content);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), stored.Sha256);
        Assert.Equal(length, stored.Length);
        Assert.Equal(content, await ReadAsync(stored.Sha256));
    }

    /// <summary>The same bytes have one name, however often they are stored, and at the same time.</summary>
    [Fact]
    public async Task Stores_the_same_bytes_once()
    {
        var content = Content(500_000);
        var stored = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PutAsync(content).AsTask())));
        Assert.Single(stored.Distinct());
        Assert.Equal(content, await ReadAsync(stored[0].Sha256));
    }

    /// <summary>A stream is stored from where it stands to its end, and left open.</summary>
    [Fact]
    public async Task Stores_what_the_stream_still_holds()
    {
        using var stream = new MemoryStream(Content(1000)) { Position = 400 };
        var stored = await Store.PutAsync(stream, Cancel);
        Assert.Equal(600, stored.Length);
        Assert.True(stream.CanRead);
        Assert.Equal(Content(1000)[400..], await ReadAsync(stored.Sha256));
    }

    /// <summary>A name under which nothing is stored opens nothing.</summary>
    [Fact]
    public async Task Opens_nothing_under_an_unknown_name() =>
        Assert.Null(await Store.OpenAsync(new string('0', 64), Cancel));

    /// <summary>A name that no content can have is the caller's mistake.</summary>
    /// <param name="name">Not 64 lower-case hexadecimal digits.</param>
    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public async Task Refuses_a_name_that_no_content_has(string name) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.OpenAsync(name, Cancel));

    /// <summary>An opened stream knows its length and can be read from any place, also by several readers at once.</summary>
    [Fact]
    public async Task Reads_from_any_place()
    {
        var content = Content(600_000);
        var stored = await PutAsync(content);
        await using var one = (await Store.OpenAsync(stored.Sha256, Cancel))!;
        await using var other = (await Store.OpenAsync(stored.Sha256, Cancel))!;
        Assert.True(one is { CanSeek: true, CanRead: true, CanWrite: false });
        Assert.Equal(content.Length, one.Length);
        foreach (var place in new[] { 262_100, 0, 599_999, 600_000, 300_000 })
        {
            one.Position = place;
            Assert.Equal(place == 600_000 ? -1 : content[place], one.ReadByte());
        }

        Assert.Equal(content[0], other.ReadByte());
    }

    /// <summary>A copy that is cancelled, or whose source fails, stores nothing; the source's own fault goes up.</summary>
    [Fact]
    public async Task Stores_nothing_of_a_broken_copy()
    {
        var content = Content(300_000);
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await using var broken = new BrokenStream(content, failAfter: 200_000);
            await Store.PutAsync(broken, Cancel);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            using var stream = new MemoryStream(content);
            await Store.PutAsync(stream, new CancellationToken(canceled: true));
        });
        Assert.Null(await Store.OpenAsync(Convert.ToHexStringLower(SHA256.HashData(content)), Cancel));
        Assert.Null(await Store.OpenAsync(Convert.ToHexStringLower(SHA256.HashData(content.AsSpan(0, 200_000))), Cancel));
    }

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Chance((ulong)length).Fill(content);
        return content;
    }

    private async ValueTask<StoredMedia> PutAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await Store.PutAsync(stream, Cancel);
    }

    private async ValueTask<byte[]> ReadAsync(string name)
    {
        await using var stream = await Store.OpenAsync(name, Cancel);
        Assert.NotNull(stream);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }
}
