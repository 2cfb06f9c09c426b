using System.Text;
using System.Text.RegularExpressions;
using Comms.Core.Documents;
using Comms.Core.Stories;
using Xunit;

namespace Comms.Core.Tests.Stories;

public partial class Stories
{
    private static readonly Document Told = new()
    {
        Title = "A day on the ward",
        Language = "cy",
        Publisher = "Town Trust",
        Blocks =
        [
            new Paragraph("What people said."),
            new MessageCard("Thank you, nurses!", "Jo", "https://towns.example/@jo/1", new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
            {
                Source = "mastodon", Licence = "CC BY 4.0", Tone = Tone.Positive, Marks = ["Praise"], Others = [new CardLink("Sam", "https://towns.example/@sam/2")],
            },
            new EmbedCard("https://video.example/v", "A talk", "Dr Lee") { Licence = "Shown with leave" },
            new Quote("It hurt no one.", "Sam", "https://blog.example/1"),
            new ImageBlock("https://trust.example/p.jpg", "The ward", "Today") { Licence = "© Town Trust" },
            new LinkBlock("The slides", "https://slides.example/1"),
            new ListBlock([new InlineText(new Inline("one "), new Inline("two", Strong: true))], Ordered: true),
            new Table("T", [new Column("a"), new Column("b", Numeric: true)], [["1", "2"]]),
        ],
    };

    private static Story Composed => StoryComposer.Compose(Told);

    [Fact]
    public void Each_card_has_a_hash_of_all_that_it_says_and_a_note_has_none()
    {
        Assert.Equal([false, true, true, true, true, true, false, false], Composed.Parts.Select(part => part.Hash is not null));
        Assert.All(Composed.Parts.Select(part => part.Hash).OfType<string>(), hash => Assert.Matches(Hashes(), hash));

        var other = StoryComposer.Compose(Told with { Blocks = [.. Told.Blocks.Select(block => block is EmbedCard card ? card with { Licence = "None" } : block)] });

        Assert.Equal([2], Composed.Parts.Index().Where(part => part.Item.Hash != other.Parts[part.Index].Hash).Select(part => part.Index));
        Assert.NotEqual(Composed.Id, other.Id);
        Assert.Equal(Composed.Id, StoryComposer.Compose(Told with { Title = Told.Title }).Id);
    }

    [Fact]
    public void Every_format_keeps_words_author_time_address_licence_and_hash_of_each_card()
    {
        foreach (var format in Enum.GetValues<DocumentFormat>())
        {
            var page = DocumentRenderer.Render(Composed.ToDocument(), format).Replace("&#058;", ":", StringComparison.Ordinal);
            Assert.All(
                ["Thank you, nurses", "Jo", "towns.example/@jo/1", "A talk", "Dr Lee", "Shown with leave", "CC BY 4.0", "Town Trust", "trust.example/p.jpg", "slides.example/1", "Tue 24 Nov 2026"],
                words => Assert.Contains(words, Plain(page), StringComparison.Ordinal));
            Assert.All(Composed.Parts.Select(part => part.Hash).OfType<string>(), hash => Assert.Contains(hash, page, StringComparison.Ordinal));
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<iframe", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_card_whose_licence_is_not_told_says_so() =>
        Assert.Contains("Sam · https://blog.example/1 · Licence not told · SHA-256", DocumentRenderer.Render(Composed.ToDocument(), DocumentFormat.PlainText).Replace(" (https://blog.example/1)", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_story_of_notes_alone_has_no_list_of_sources()
    {
        var notes = Told with { Blocks = [new Paragraph("a")] };

        Assert.Equal(notes.Blocks, StoryComposer.Compose(notes).ToDocument().Blocks);
    }

    [Fact]
    public void Export_and_import_lose_nothing()
    {
        var exported = StoryArchive.Write(Composed);

        var story = Assert.IsType<StoryReading.Read>(StoryArchive.Read(Encoding.UTF8.GetBytes(exported))).Story;

        Assert.Equal(exported, StoryArchive.Write(story));
        Assert.Equal(DocumentRenderer.Render(Told, DocumentFormat.Json), DocumentRenderer.Render(story.Told, DocumentFormat.Json));
        Assert.Contains("\"type\": \"OrderedCollection\"", exported, StringComparison.Ordinal);
        Assert.Contains("\"@context\": \"https://www.w3.org/ns/activitystreams\"", exported, StringComparison.Ordinal);
        Assert.Contains("\"totalItems\": 8", exported, StringComparison.Ordinal);
        Assert.Contains("\"tone\": \"Positive\"", exported, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Thank you, nurses!\",\n        \"author", "Thanks for nothing!\",\n        \"author", "orderedItems[1] was changed")]
    [InlineData("What people said.", "What nobody said.", "The story was changed")]
    [InlineData("\"totalItems\": 8", "\"totalItems\": 9", "9 parts")]
    [InlineData("\"storyVersion\": 1", "\"storyVersion\": 2, \"new\": true", "The story has version 2; this program reads up to 1.")]
    [InlineData("\"OrderedCollection\"", "\"Collection\"", "this is one of Collection")]
    [InlineData("\"name\"", "\"unknown\"", "unknown")]
    [InlineData("\"story\": {", "\"story\": [", "LineNumber")]
    public void What_is_not_as_it_was_exported_is_refused_with_the_reason(string was, string now, string reason)
    {
        var changed = StoryArchive.Write(Composed).Replace(was, now, StringComparison.Ordinal);

        Assert.NotEqual(StoryArchive.Write(Composed), changed);
        Assert.Contains(reason, Assert.IsType<StoryReading.Unreadable>(StoryArchive.Read(Encoding.UTF8.GetBytes(changed))).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void What_is_no_story_is_refused(string json) =>
        Assert.NotEmpty(Assert.IsType<StoryReading.Unreadable>(StoryArchive.Read(Encoding.UTF8.GetBytes(json))).Reason);

    [Fact]
    public void Words_of_strangers_are_escaped_where_other_programs_read_html()
    {
        var story = StoryComposer.Compose(new Document { Title = "T", Blocks = [new MessageCard("<script>alert(1)</script>")] });

        using var json = System.Text.Json.JsonDocument.Parse(StoryArchive.Write(story));

        Assert.Equal("&lt;script&gt;alert(1)&lt;/script&gt;", json.RootElement.GetProperty("orderedItems")[0].GetProperty("content").GetString());
    }

    /// <summary>Without the marks by which Markdown and JSON keep words from being read as anything else.</summary>
    private static string Plain(string page) => page.Replace("\\", "", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal);

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hashes();
}
