using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Authoring;

public sealed class PlatformFitTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    public static TheoryData<string> Names => [.. Platform.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_platform_says_where_its_rules_were_read_and_when(string name)
    {
        var platform = Platform.Find(name.ToUpperInvariant(), Today)!;

        Assert.NotEmpty(platform.Traits.Source);
        Assert.True(platform.Traits.Checked >= platform.From);
        Assert.True(PlatformFit.Of("Clinic open.", platform).Fits);
    }

    [Fact]
    public void An_adapter_describes_itself_by_the_rules_of_the_day_or_says_that_there_are_none()
    {
        Assert.Equal(Platform.Find("x", Today)!.Traits, Platform.TraitsOf("twitter", new DateTimeOffset(2026, 11, 27, 23, 0, 0, TimeSpan.Zero)));
        Assert.Equal(
            "There are no rules of x for 2018-10-31.",
            Assert.Throws<ChannelException>(() => Platform.TraitsOf("x", new DateTimeOffset(2018, 10, 31, 23, 59, 0, TimeSpan.Zero))).Message);
    }

    [Theory]
    [InlineData("x", 280, LengthUnit.Weighted)]
    [InlineData("bluesky", 300, LengthUnit.Graphemes)]
    [InlineData("mastodon", 500, LengthUnit.ShortLinks)]
    [InlineData("linkedin", 3000, LengthUnit.Utf16)]
    public void A_text_of_the_limit_fits_and_one_more_makes_a_thread_or_a_no(string name, int limit, LengthUnit unit)
    {
        var platform = Platform.Find(name, Today)!;
        var longest = PlatformFit.Of(Sentences(limit), platform);
        var more = PlatformFit.Of(Sentences(limit + 1), platform);

        Assert.Equal((limit, unit, true), (longest.Length, longest.Unit, longest.Fits));
        Assert.False(more.Fits);
        Assert.Equal(platform.Traits.Threads ? 2 : 0, more.Parts.Count);
    }

    [Fact]
    public void Bluesky_limits_bytes_beside_characters()
    {
        var fit = PlatformFit.Of(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 200)), Find("bluesky"));

        Assert.Equal(200, fit.Length);
        Assert.False(fit.Fits);
        Assert.Contains("5000 bytes", Assert.Single(fit.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_content_warning_counts() => Assert.Equal(11, PlatformFit.Of("Hello.", Find("mastodon"), "blood").Length);

    [Fact]
    public void Too_many_links_and_hashtags_are_refused()
    {
        Assert.Contains("6 links", Assert.Single(PlatformFit.Of(string.Join(' ', Enumerable.Range(0, 6).Select(one => $"https://a{one}.org")), Find("threads")).Reasons), StringComparison.Ordinal);
        Assert.Contains("6 hashtags", Assert.Single(PlatformFit.Of("#a #b #c #d #e #f", Find("instagram")).Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Facebook_warns_and_does_not_refuse()
    {
        var fit = PlatformFit.Of(new string('a', 6000), Find("facebook"));

        Assert.True(fit.Fits);
        Assert.Contains("over 5000", Assert.Single(fit.Reasons), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\uFEFFb")]
    public void What_no_platform_takes_does_not_fit(string text) => Assert.False(PlatformFit.Of(text, Find("x")).Fits);

    [Fact]
    public void A_summary_ends_with_a_full_stop()
    {
        Assert.True(PlatformFit.Of("How to book.", Find("govuk-summary")).Fits);
        Assert.False(PlatformFit.Of("How to book", Find("govuk-summary")).Fits);
    }

    [Fact]
    public void Rules_do_not_hold_before_their_day() => Assert.Null(Platform.Find("x", new DateOnly(2010, 1, 1)));

    private static Platform Find(string name) => Platform.Find(name, Today)!;

    private static string Sentences(int length) => string.Concat(Enumerable.Repeat("It is open. ", length / 12)) + new string('a', length % 12 == 0 ? 0 : length % 12 - 1) + (length % 12 == 0 ? "" : ".") is var text && text.EndsWith(' ')
        ? text[..^1] + "." : text;
}
