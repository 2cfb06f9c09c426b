using System.Text;
using Comms.Core.Stories.Embeds;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Stories.Embeds;

public class EmbedProvidersTests
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=aqz-KE-bpKQ", "https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Daqz-KE-bpKQ&format=json")]
    [InlineData("https://youtu.be/aqz-KE-bpKQ", "https://www.youtube.com/oembed?url=https%3A%2F%2Fyoutu.be%2Faqz-KE-bpKQ&format=json")]
    [InlineData("https://vimeo.com/7073899", "https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F7073899&format=json")]
    [InlineData("https://speakerdeck.com/someone/a-talk", "https://speakerdeck.com/oembed.json?url=https%3A%2F%2Fspeakerdeck.com%2Fsomeone%2Fa-talk&format=json")]
    public void A_page_is_asked_for_at_its_own_provider(string page, string question) =>
        Assert.Equal(question, EmbedProviders.Shipped.QuestionOf(new Uri(page))?.AbsoluteUri);

    [Theory]
    [InlineData("https://trust.example/watch?v=1")]
    [InlineData("https://www.youtube.com.evil.example/watch?v=1")]
    [InlineData("https://evil.example/www.youtube.com/watch?v=1")]
    [InlineData("https://notyoutube.com/watch?v=1")]
    [InlineData("ftp://youtu.be/1")]
    public void A_page_of_nobody_on_the_list_is_asked_for_nowhere(string page) => Assert.Null(EmbedProviders.Shipped.QuestionOf(new Uri(page)));

    [Theory]
    [InlineData("https://*.a.example/b/*", "https://x.y.a.example/b/c/d", true)]
    [InlineData("https://*.a.example/b/*", "https://a.example/b/c", false)]
    [InlineData("https://a.example/*/talk", "https://a.example/2026/11/talk", true)]
    [InlineData("https://a.example/*/talk", "https://a.example/2026/11/talks", false)]
    [InlineData("https://a.example/*", "https://a.example/", true)]
    [InlineData("https://A.example/Talk", "https://a.example/talk", true)]
    public void A_star_stands_for_names_in_a_host_and_for_anything_in_a_path(string pattern, string page, bool fits) =>
        Assert.Equal(fits, PagePattern.Read(pattern)!.Has(new Uri(page)));

    [Fact]
    public void A_pattern_fits_as_the_plainest_reading_of_it_says() =>
        Gen.Select(Gen.Char["ab*"].Array[0, 6], Gen.Char["ab"].Array[0, 8]).Sample((pattern, page) =>
            Assert.Equal(
                Plainly(new string(pattern), new string(page)),
                PagePattern.Read("https://a.example/" + new string(pattern))!.Has(new Uri("https://a.example/" + new string(page)))));

    [Fact]
    public void Every_question_of_the_list_goes_over_https()
    {
        using var list = new StreamReader(File.OpenRead(Repository.PathOf("seeds", "embeds", "providers.json")));
        Assert.DoesNotContain("\"endpoint\": \"http:", list.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":1,"providers":[{"name":"A","endpoint":"https://a.example/o","pages":["nowhere"]}]}""", "“nowhere” is no pattern")]
    [InlineData("{", "cannot be read")]
    [InlineData("""{"version":1,"providers":[{"name":"A"}]}""", "cannot be read")]
    public void A_list_that_cannot_be_read_says_why(string json, string reason)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        Assert.Contains(reason, Assert.Throws<CommsException>(() => EmbedProviders.Read(stream)).Message, StringComparison.Ordinal);
    }

    private static bool Plainly(string pattern, string page) =>
        pattern.Length == 0 ? page.Length == 0
        : pattern[0] == '*' ? Enumerable.Range(0, page.Length + 1).Any(taken => Plainly(pattern[1..], page[taken..]))
        : page.Length > 0 && pattern[0] == page[0] && Plainly(pattern[1..], page[1..]);
}
