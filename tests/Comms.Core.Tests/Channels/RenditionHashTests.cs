using Comms.Core.Channels;
using Comms.Core.Documents;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Channels;

public class RenditionHashTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char.AlphaNumeric, 0, 8];
    private static readonly Gen<DateTimeOffset?> Instants =
        Gen.OneOf(Gen.Const((DateTimeOffset?)null), Gen.Int[0, 3].Select(hour => (DateTimeOffset?)new DateTimeOffset(2026, 11, 23, hour, 0, 0, TimeSpan.Zero)));

    private static readonly Gen<Rendition> Renditions =
        from account in Words
        from part in Gen.Int[0, 3]
        from parts in Gen.Int[1, 4]
        from text in Words
        from language in Words
        from facets in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Enum<FacetKind>(), Words, (start, length, kind, target) => new Facet(start, length, kind, target)).Array[0, 3]
        from answers in Gen.OneOf(Gen.Const((string?)null), Words.Select(word => (string?)word))
        from person in Gen.OneOf(Gen.Const((string?)null), Words.Select(word => (string?)word))
        from page in Gen.OneOf(Gen.Const((Document?)null), Words.Select(word => (Document?)Page(word)))
        from after in Gen.OneOf(Gen.Const((string?)null), Words.Select(word => (string?)word))
        from original in Gen.OneOf(Gen.Const((string?)null), Words.Select(word => (string?)word))
        from warning in Gen.OneOf(Gen.Const((string?)null), Words.Select(word => (string?)word))
        from card in Gen.OneOf(Gen.Const((LinkCard?)null), Gen.Select(Words, Words, Words, (url, title, words) => (LinkCard?)new LinkCard(url, title, words)))
        from before in Instants
        from until in Instants
        from media in Gen.Select(Words, Words, Gen.Long[0, 9], Words, (sha, type, length, alt) => new MediaRef(sha, type, length, alt)).Array[0, 3]
        select new Rendition { Account = account, Part = part, Parts = parts, Text = text, Language = language, Facets = facets, Media = media, InReplyTo = answers, AnswerTo = person, Document = page, After = after, Original = original, Warning = warning, Card = card, NotBefore = before, NotAfter = until };

    [Fact]
    public void Any_change_of_any_field_changes_it() => Gen.Select(Renditions, Gen.Int[0, 100]).Sample((rendition, pick) =>
    {
        var changed = Changes(rendition).ToList();
        Assert.NotEqual(RenditionHash.Of(rendition), RenditionHash.Of(changed[pick % changed.Count]));
    });

    [Fact]
    public void Different_renditions_have_different_hashes() => Gen.Select(Renditions, Renditions).Sample((one, other) =>
        Assert.Equal(Told(one) == Told(other), RenditionHash.Of(one) == RenditionHash.Of(other)));

    [Fact]
    public void The_order_in_which_renditions_are_named_does_not_matter()
    {
        var traits = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" };
        Rendition[] renditions = [new() { Account = "b", Text = "x" }, new() { Account = "a", Text = "y", Part = 1 }, new() { Account = "a", Text = "z" }];

        Assert.Equal(RenditionHash.Of(renditions, traits), RenditionHash.Of([.. renditions.Reverse()], traits));
        Assert.NotEqual(RenditionHash.Of(renditions, traits), RenditionHash.Of(renditions, new Dictionary<string, string> { ["a"] = "1", ["b"] = "3" }));
        Assert.NotEqual(RenditionHash.Of(renditions, traits), RenditionHash.Of(renditions[..2], traits));
    }

    [Fact]
    public void Its_encoding_is_settled() =>
        Assert.Equal(
            "fb8ee390fd8813a64e073ce70e2abaa54f354387c1e38f50f55d417c904d2061",
            RenditionHash.Of([new Rendition { Account = "a", Text = "Bore da 👋" }], new Dictionary<string, string> { ["a"] = "1" }));

    private static Document Page(string title) => new() { Title = title, Blocks = [new Paragraph("Hello")] };

    private static IEnumerable<Rendition> Changes(Rendition rendition) =>
    [
        rendition with { Account = rendition.Account + "x" },
        rendition with { Part = rendition.Part + 1 },
        rendition with { Parts = rendition.Parts + 1 },
        rendition with { Text = rendition.Text + "x" },
        rendition with { Language = rendition.Language + "x" },
        rendition with { Facets = [.. rendition.Facets, new Facet(0, 1, FacetKind.Link, "x")] },
        rendition with { InReplyTo = rendition.InReplyTo + "x" },
        rendition with { InReplyTo = rendition.InReplyTo is null ? "" : null },
        rendition with { AnswerTo = rendition.AnswerTo + "x" },
        rendition with { AnswerTo = rendition.AnswerTo is null ? "" : null },
        rendition with { Document = Page(rendition.Document?.Title + "x") },
        rendition with { Document = rendition.Document is null ? Page("") : null },
        rendition with { NotBefore = (rendition.NotBefore ?? default(DateTimeOffset)).AddDays(1) },
        rendition with { NotAfter = (rendition.NotAfter ?? default(DateTimeOffset)).AddDays(1) },
        rendition with { Warning = rendition.Warning + "x" },
        rendition with { Warning = rendition.Warning is null ? "" : null },
        rendition with { Card = rendition.Card is { } card ? card with { Description = card.Description + "x" } : new LinkCard("", "") },
        rendition with { Card = rendition.Card is null ? new LinkCard("x", "x") : null },
        rendition with { Original = rendition.Original + "x" },
        rendition with { Original = rendition.Original is null ? "" : null },
        rendition with { After = rendition.After + "x" },
        rendition with { After = rendition.After is null ? "" : null },
        rendition with { Reshares = rendition.Reshares + "x" },
        rendition with { Media = [.. rendition.Media, new MediaRef("x", "x", 1, "x")] },
        .. rendition.Facets.Select((facet, at) => rendition with { Facets = [.. rendition.Facets.Take(at), facet with { Target = facet.Target + "x" }, .. rendition.Facets.Skip(at + 1)] }),
        .. rendition.Media.Select((media, at) => rendition with { Media = [.. rendition.Media.Take(at), media with { Alt = media.Alt + "x" }, .. rendition.Media.Skip(at + 1)] }),
    ];

    private static string Told(Rendition rendition) => string.Join('|', [
        rendition.Account, $"{rendition.Part}/{rendition.Parts}", rendition.Text, rendition.Language,
        string.Join(';', rendition.Facets), string.Join(';', rendition.Media), rendition.InReplyTo is null ? "none" : $"“{rendition.InReplyTo}”",
        rendition.AnswerTo is null ? "none" : $"“{rendition.AnswerTo}”",
        rendition.Document is null ? "none" : $"“{rendition.Document.Title}”", rendition.After is null ? "none" : $"“{rendition.After}”",
        rendition.Original is null ? "none" : $"“{rendition.Original}”", rendition.Warning is null ? "none" : $"“{rendition.Warning}”", $"{rendition.NotBefore:O}", $"{rendition.NotAfter:O}", $"{rendition.Card}",
    ]);
}
