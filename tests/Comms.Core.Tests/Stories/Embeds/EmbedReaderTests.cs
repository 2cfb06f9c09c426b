using System.Text;
using Comms.Core.Channels.Fetching;
using Comms.Core.Documents;
using Comms.Core.Stories.Embeds;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Tests.Stories.Embeds;

/// <summary>Against a provider on this machine.</summary>
public sealed class EmbedReaderTests : IDisposable
{
    private const string Page = "https://video.example/v/1";

    private readonly PageServer provider = new();
    private readonly GuardedFetcher fetcher = new(new FetcherOptions { AllowPrivate = true });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        provider.Dispose();
        fetcher.Dispose();
    }

    [Fact]
    public async Task A_card_is_filled_with_title_author_and_picture_and_its_html_is_never_read()
    {
        Answers("""{"type":"video","version":"1.0","title":"How a flu jab works","author_name":"The trust","provider_name":"Video","thumbnail_url":"https://video.example/1.jpg","html":"<script>alert(1)</script>"}""");

        var card = await FilledAsync(new EmbedCard(Page, ""));

        Assert.Equal(new EmbedCard(Page, "How a flu jab works", "The trust · Video") { Picture = "https://video.example/1.jpg" }, card);
        Assert.Equal(Page, Assert.Single(provider.Asked).QueryString["url"]);
        Assert.DoesNotContain("script", DocumentRenderer.Render(On(card), DocumentFormat.Html).Split("</style>")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_author_wrote_stays()
    {
        Answers("""{"type":"video","title":"Another","author_name":"Another","thumbnail_url":"https://video.example/1.jpg"}""");
        var told = new EmbedCard(Page, "Our film", "The team") { Licence = "CC BY 4.0" };

        Assert.Equal(told with { Picture = "https://video.example/1.jpg" }, await FilledAsync(told));
    }

    [Fact]
    public async Task A_photo_is_its_own_picture()
    {
        Answers("""{"type":"photo","title":"A heron","url":"https://photos.example/1.jpg","width":1,"height":1}""");

        Assert.Equal("https://photos.example/1.jpg", (await FilledAsync(new EmbedCard(Page, ""))).Picture);
    }

    [Theory]
    [InlineData("""{"type":"video","title":"T","thumbnail_url":"http://video.example/1.jpg"}""")]
    [InlineData("""{"type":"video","title":"T","thumbnail_url":"javascript:alert(1)"}""")]
    [InlineData("""{"type":"video","title":"T","thumbnail_url":7}""")]
    public async Task A_picture_that_may_not_be_shown_is_left_out(string answer)
    {
        Answers(answer);

        Assert.Equal(new EmbedCard(Page, "T"), await FilledAsync(new EmbedCard(Page, Page)));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"title":"no type"}""")]
    public async Task An_answer_that_cannot_be_read_leaves_the_link_alone_and_says_so(string answer)
    {
        Answers(answer);

        var (document, left) = await ReadAsync(new EmbedCard(Page, ""));

        Assert.Equal(new EmbedCard(Page, ""), Assert.Single(document.Blocks));
        Assert.Equal($"{Page}: 127.0.0.1 gave no answer that can be read", Assert.Single(left));
        Assert.Contains($">{Page}</span></a>", DocumentRenderer.Render(document, DocumentFormat.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_provider_that_fails_keeps_no_other_card_from_being_filled()
    {
        provider.Show = request => request.QueryString["url"] == Page ? new PageAnswer("") { Status = 500 } : new PageAnswer("""{"type":"rich","title":"Second"}""");

        var (document, left) = await ReadAsync(new EmbedCard(Page, ""), new EmbedCard("https://nobody.example/1", ""), new EmbedCard("https://video.example/v/2", ""));

        Assert.Equal(["", "", "Second"], document.Blocks.Cast<EmbedCard>().Select(card => card.Text));
        Assert.Equal([$"{Page}: 127.0.0.1: the server answered 500", "https://nobody.example/1: no provider is known for it"], left);
    }

    [Fact]
    public async Task An_address_is_never_shortened()
    {
        var picture = "https://video.example/" + new string('a', 400) + ".jpg";
        Answers($$"""{"type":"video","title":"T","thumbnail_url":"{{picture}}"}""");

        Assert.Equal(picture, (await FilledAsync(new EmbedCard(Page, ""))).Picture);
    }

    [Fact]
    public async Task A_title_of_few_and_endless_letters_is_cut_between_them()
    {
        var letter = "a" + new string('\u0301', 200);
        Answers($$"""{"type":"video","title":"{{letter}}{{letter}}"}""");

        Assert.Equal(letter + "…", (await FilledAsync(new EmbedCard(Page, ""))).Text);
    }

    [Fact]
    public async Task A_very_long_title_is_shortened_between_words()
    {
        Answers($$"""{"type":"rich","title":"{{string.Join(' ', Enumerable.Repeat("flu", 200))}}"}""");

        Assert.Matches("^(flu ){74}flu…$", (await FilledAsync(new EmbedCard(Page, ""))).Text);
    }

    private static Document On(params Block[] blocks) => new() { Title = "A story", Blocks = blocks };

    private void Answers(string json) => provider.Show = _ => new PageAnswer(json);

    private async Task<EmbedCard> FilledAsync(EmbedCard card)
    {
        var (document, left) = await ReadAsync(card);
        Assert.Empty(left);
        return (EmbedCard)Assert.Single(document.Blocks);
    }

    private async Task<EmbedReading> ReadAsync(params Block[] blocks)
    {
        using var list = new MemoryStream(Encoding.UTF8.GetBytes(
            $$"""{"version":1,"providers":[{"name":"Video","endpoint":"{{provider.Address}}/oembed","pages":["https://video.example/v/*"]}]}"""));
        return await new EmbedReader(fetcher, EmbedProviders.Read(list)).FillAsync(On(blocks), Cancel);
    }
}
