using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.RoundUps.Feeds;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.RoundUps.Feeds;

public class FeedPageTests
{
    private static readonly DocumentFormat[] FeedForms = [DocumentFormat.Rss, DocumentFormat.Atom, DocumentFormat.JsonFeed];

    private readonly FeedWorld _world = new();

    /// <summary>Whatever else was heard, held, rejected or withdrawn: the feed is to the byte what it is without it.</summary>
    [Fact]
    public async Task What_is_not_approved_leaks_into_no_count_feed_or_hash() => await Gen.Int[0, 3].Array[1, 8].SampleAsync(
        async fates =>
        {
            var (all, approved) = (new FeedWorld(), new FeedWorld());
            for (var at = 0; at < fates.Length; at++)
            {
                var message = new Heard($"m{at}", $"Words number {at}") { Hours = at }.Triaged();
                await all.HearAsync(message);
                if (fates[at] == 0)
                {
                    await approved.HearAsync(message);
                    await approved.ApproveAsync(message.MessageId, FeedWorld.Ann);
                    await all.ApproveAsync(message.MessageId, FeedWorld.Ann);
                }
                else if (fates[at] > 1)
                {
                    await all.SayAsync(fates[at] == 2 ? FeedVerdict.Reject : FeedVerdict.Hold, message.MessageId);
                }
            }

            all.Time.Advance(TimeSpan.FromDays(3));
            Assert.Equal(await EverythingAsync(approved), await EverythingAsync(all));
        },
        iter: 40);

    [Fact]
    public async Task A_private_person_is_named_only_who_agreed_and_an_organisation_always()
    {
        await _world.HearAsync(
            new Heard("a", "Lovely garden") { Author = new Author("@jo@a.example", "Jo Bloggs") },
            new Heard("b", "Good soup") { Author = new Author("@sam@a.example", "Sam Sample") },
            new Heard("c", "We report") { Author = new Author("news@gazette.example", "Gazette", "press") },
            new Heard("d", "We ask") { Author = new Author("member@council.example", Kind: "elected") });
        await _world.ApproveAsync("a", FeedWorld.Ann);
        await _world.ApproveAsync("b", FeedWorld.Ann, consent: "asked by message");
        await _world.ApproveAsync("c", FeedWorld.Ann);
        await _world.ApproveAsync("d", FeedWorld.Ann);

        var text = DocumentRenderer.Render((await _world.PageAsync()).Document, DocumentFormat.PlainText);
        Assert.Equal((false, true, true), (text.Contains("Bloggs", StringComparison.Ordinal), text.Contains("Sam Sample", StringComparison.Ordinal), text.Contains("Gazette", StringComparison.Ordinal)));
        Assert.DoesNotContain("council.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("gazette.example", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_consent_a_name_stands_and_a_number_never_does()
    {
        await _world.HearAsync(
            new Heard("a", "Kind to Mrs Okafor") { Private = "Mrs Okafor", PrivateKind = "name" },
            new Heard("b", "Ring 07700 900123") { Private = "07700 900123" },
            new Heard("c", "Rude to Mr Sample") { Private = "Mr Sample", PrivateKind = "name" });
        await _world.ApproveAsync("a", FeedWorld.Ann, consent: "asked");
        await _world.ApproveAsync("a", FeedWorld.Bea);
        await _world.ApproveAsync("b", FeedWorld.Ann, consent: "asked");
        await _world.ApproveAsync("c", FeedWorld.Ann, masked: true);

        Assert.Equal(
            ["Rude to [name removed]", "Ring [phone removed]", "Kind to Mrs Okafor"],
            (await _world.PageAsync()).Document.Blocks.Cast<MessageCard>().Select(card => card.Text).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_form_of_feed_has_an_item_for_each_message_with_a_name_that_stays()
    {
        await _world.HearAsync(new Heard("a", "<script>alert(1)</script> lovely") { Url = "https://a.example/1" }, new Heard("b", "Good soup"));
        await _world.ApproveAsync("a", FeedWorld.Ann);
        await _world.ApproveAsync("b", FeedWorld.Ann);
        var page = await _world.PageAsync(new FeedRequest { Url = "https://in.example/said", FeedUrl = "https://in.example/said.rss" });

        Assert.All(FeedForms, form =>
        {
            var feed = DocumentRenderer.Render(page.Feed, form);
            Assert.Contains("https://a.example/1", feed, StringComparison.Ordinal);
            Assert.Contains("urn:comms:message:b", feed, StringComparison.Ordinal);
            Assert.Contains("https://in.example/said.rss", feed, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", feed, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("<script", DocumentRenderer.Render(page.Document, DocumentFormat.WordPress), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_feed_says_so_and_is_a_feed()
    {
        var page = await _world.PageAsync();
        Assert.Contains("Nothing is shown here yet", DocumentRenderer.Render(page.Document, DocumentFormat.PlainText), StringComparison.Ordinal);
        Assert.All(FeedForms, form => Assert.Contains("What people say of us", DocumentRenderer.Render(page.Feed, form), StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => DocumentRenderer.Render(page.Feed, DocumentFormat.Html));
    }

    private static async Task<string> EverythingAsync(FeedWorld world)
    {
        var page = await world.PageAsync();
        return string.Join('\n', FeedForms.Select(form => DocumentRenderer.Render(page.Feed, form)).Append(DocumentRenderer.Render(page.Document, DocumentFormat.Html)).Append(page.Hash));
    }
}
