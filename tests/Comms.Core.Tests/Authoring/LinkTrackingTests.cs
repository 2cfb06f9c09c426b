using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using CsCheck;
using Microsoft.Extensions.Options;
using Xunit;

namespace Comms.Core.Tests.Authoring;

public class LinkTrackingTests
{
    private static readonly Actor Writer = new("writer", ["author"]);
    private static readonly ChannelAccount Town = new() { Id = "town", Channel = "mastodon" };

    private static readonly LinkTracking Tracking = new()
    {
        Hosts = ["trust.example"],
        Parameters = new Dictionary<string, string> { ["utm_source"] = "{channel}", ["utm_medium"] = "social", ["utm_campaign"] = "{campaign}", ["utm_id"] = "{account} 1" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("See https://trust.example/flu.", "See https://trust.example/flu?utm_campaign=flujabs&utm_id=town%201&utm_medium=social&utm_source=mastodon.")]
    [InlineData("https://www.trust.example/?a=1#top", "https://www.trust.example/?a=1&utm_campaign=flujabs&utm_id=town%201&utm_medium=social&utm_source=mastodon#top")]
    [InlineData("https://trust.example/?UTM_medium=poster&utm_id=7&utm_source=x", "https://trust.example/?UTM_medium=poster&utm_id=7&utm_source=x&utm_campaign=flujabs")]
    [InlineData("https://mytrust.example/ https://elsewhere.example/trust.example", "https://mytrust.example/ https://elsewhere.example/trust.example")]
    [InlineData("trust.example and jo@trust.example", "trust.example and jo@trust.example")]
    public void Links_to_our_own_pages_alone_carry_what_they_do_not_have(string text, string expected) =>
        Assert.Equal(expected, Tracking.Apply(text, Town, "#FluJabs"));

    [Fact]
    public void A_parameter_that_names_the_campaign_is_left_out_without_one() =>
        Assert.Equal("https://trust.example/?utm_id=town%201&utm_medium=social&utm_source=mastodon", Tracking.Apply("https://trust.example/", Town, campaign: null));

    [Fact]
    public void Twice_is_as_once_and_the_words_about_it_stay() => Gen.String[Gen.Char["ab .#?&=/:"], 0, 30].Sample(words =>
    {
        var once = Tracking.Apply($"{words} https://trust.example/{words} {words}", Town, "#flu");

        Assert.Equal(once, Tracking.Apply(once, Town, "#flu"));
        Assert.StartsWith(words, once, StringComparison.Ordinal);
        Assert.EndsWith(words, once, StringComparison.Ordinal);
    });

    [Fact]
    public async Task What_is_approved_carries_it_and_counts_it()
    {
        var comms = new CommsBuilder().Configure(options => options with { Tracking = Tracking }).AddChannel(new InMemoryChannel("town"))
            .AddChannel(new InMemoryChannel(new ChannelAccount { Id = "short", Channel = "memory" }, InMemoryChannel.Unlimited with { MaxLength = 40, Threads = false })).Build();
        var draft = await AddAsync(comms, new NewDraft { Text = "Open: https://trust.example/flu", Accounts = ["town", "short"], Campaign = "#flu" });

        Assert.Equal(
            "Open: https://trust.example/flu?utm_campaign=flu&utm_id=town%201&utm_medium=social&utm_source=memory #flu",
            Assert.Single(draft.Renditions).Text);
        Assert.StartsWith("short:", Assert.Single(draft.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_no_address_is_a_fault_on_each_account_that_has_it()
    {
        var comms = new CommsBuilder().AddChannel(new InMemoryChannel("a")).AddChannel(new InMemoryChannel("b")).Build();
        var draft = await AddAsync(comms, new NewDraft
        {
            Text = "See https://trustexample/flu",
            Accounts = ["a", "b"],
            Variants = new Dictionary<string, string> { ["b"] = "See https://trust.example/flu and http://127.0.0.1/x" },
        });

        Assert.Equal(["a: https://trustexample/flu is no address of a page"], draft.Faults);
    }

    [Fact]
    public void Tracking_that_cannot_work_is_named() => Assert.Equal(
        ["Tracking: 'https://trust.example' is no host name", "Tracking: 'a b' is no name of a parameter"],
        Assert.Throws<OptionsValidationException>(() => new CommsBuilder().Configure(options => options with
        {
            Tracking = new LinkTracking { Hosts = ["https://trust.example"], Parameters = new Dictionary<string, string> { ["a b"] = "1" } },
        }).Build()).Failures);

    private static async Task<Draft> AddAsync(CommsEngine comms, NewDraft draft) =>
        Assert.IsType<DraftResult.Added>(await comms.Authoring.AddAsync(draft, Writer, Cancel)).Draft;
}
