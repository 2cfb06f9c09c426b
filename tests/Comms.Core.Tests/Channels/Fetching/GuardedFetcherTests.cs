using System.Net;
using System.Text;
using Comms.Core.Channels;
using Comms.Core.Channels.Fetching;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Tests.Channels.Fetching;

public sealed class GuardedFetcherTests : IDisposable
{
    private readonly PageServer server = new();
    private readonly GuardedFetcher near = new(new FetcherOptions { AllowPrivate = true, LargestAnswer = 1_000, MostRedirects = 2 });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        near.Dispose();
        server.Dispose();
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://2130706433/")]
    public async Task This_machine_and_private_networks_are_refused(string address)
    {
        using var fetcher = new GuardedFetcher();

        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await fetcher.FetchAsync(new Uri(address), known: null, Cancel));

        Assert.Contains("on this machine or on a private network", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://paper.example/")]
    [InlineData("ftp://paper.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@paper.example/")]
    public async Task Only_https_is_fetched_and_no_address_with_a_user_in_it(string address)
    {
        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await near.FetchAsync(new Uri(address), known: null, Cancel));

        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
        Assert.Contains("only https", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("2002:0a00:0001::", false)]
    [InlineData("64:ff9b::a00:1", false)]
    public void Public_is_what_the_registries_leave(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.Has(IPAddress.Parse(address)));

    [Fact]
    public async Task Each_redirect_is_judged_like_the_first()
    {
        server.Show = _ => new PageAnswer("") { Status = 302, Location = "http://10.0.0.1/secret" };

        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await near.FetchAsync(new Uri(server.Address), known: null, Cancel));

        Assert.Contains("only https", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_redirects_are_followed_and_no_more()
    {
        server.Show = request => request.Url!.AbsolutePath switch
        {
            "/a" => new PageAnswer("") { Status = 301, Location = "/b" },
            "/b" => new PageAnswer("there"),
            _ => new PageAnswer("") { Status = 302, Location = "/round" },
        };

        var page = Assert.IsType<Fetched.Page>(await near.FetchAsync(new Uri(server.Address + "/a"), known: null, Cancel));
        Assert.Equal("there", Encoding.UTF8.GetString(page.Bytes.Span));
        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await near.FetchAsync(new Uri(server.Address + "/round"), known: null, Cancel));
        Assert.Contains("redirects more than 2 times", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_over_the_bound_is_refused()
    {
        server.Show = _ => new PageAnswer(new string('x', 1_001));

        await Assert.ThrowsAsync<ChannelException>(async () => await near.FetchAsync(new Uri(server.Address), known: null, Cancel));
    }

    [Fact]
    public async Task No_cookie_and_no_credential_is_sent()
    {
        server.Show = _ => new PageAnswer("words") { ETag = "\"1\"" };

        var page = Assert.IsType<Fetched.Page>(await near.FetchAsync(new Uri(server.Address), known: null, Cancel));
        Assert.IsType<Fetched.Unchanged>(await near.FetchAsync(new Uri(server.Address), page.Validators, Cancel));

        Assert.All(server.Asked, request => Assert.Null(request.Headers["Cookie"] ?? request.Headers["Authorization"] ?? request.Headers["Referer"]));
    }

    [Theory]
    [InlineData(999, 3, 30)]
    [InlineData(1_000, 11, 30)]
    [InlineData(1_000, 3, 301)]
    public void A_bound_out_of_its_range_is_the_callers_fault(int bytes, int redirects, int seconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new GuardedFetcher(new FetcherOptions { LargestAnswer = bytes, MostRedirects = redirects, Timeout = TimeSpan.FromSeconds(seconds) }));
}
