using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Documents;

namespace Comms.Core.Authoring;

/// <summary>Makes all renditions of a draft before anyone approves it.</summary>
internal sealed class Renderer(ChannelDirectory channels, TextMark? mark = null, LinkTracking? tracking = null)
{
    public async ValueTask<DraftRenditions> RenderAsync(NewDraft draft, CancellationToken cancel)
    {
        var renditions = new List<Rendition>();
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (account, said) in Places(draft).DistinctBy(place => place.Account).OrderBy(place => place.Account, StringComparer.Ordinal))
        {
            if (channels.Find(account) is not { } channel)
            {
                faults.Add($"{account}: there is no such account");
                continue;
            }

            if (draft.InReplyTo is not null && channel is not IReplies)
            {
                faults.Add($"{account}: a post cannot answer a message there");
                continue;
            }

            if (draft.InReplyTo is { Handle: null } && channel is IRecipients)
            {
                faults.Add($"{account}: nobody knows who wrote what it answers");
                continue;
            }

            if (channel is IRecipients && draft.Pair is { } pair && pair.Accounts.Values.Contains(account))
            {
                faults.Add($"{account}: it reaches each reader apart, so that both halves belong in one letter");
                continue;
            }

            var traits = await channel.DescribeAsync(cancel).ConfigureAwait(false);
            versions.Add(account, traits.Version);
            Render(Shown(said, channel), channel, traits, renditions, faults);
        }

        return new DraftRenditions(renditions, versions, faults);
    }

    /// <summary>What stands on each account: where a pair's halves have each their own, either is a post by itself, and one waits for the other.</summary>
    private static IEnumerable<(string Account, NewDraft Said)> Places(NewDraft draft)
    {
        foreach (var account in draft.Accounts)
        {
            if (draft.Pair is { } pair && pair.PlaceOn(account) is var other && other != account)
            {
                yield return (other, draft with { Text = pair.Text, Language = pair.Language, Variants = pair.Variants, Warning = pair.Warning, Card = null, Pair = null });
                yield return (account, draft with { Pair = null, After = other });
            }
            else
            {
                yield return (account, draft);
            }
        }
    }

    private void Render(NewDraft draft, IChannel channel, ChannelTraits traits, List<Rendition> renditions, List<string> faults)
    {
        if (draft.Document is { } page && channel is IDocuments && !draft.Variants.ContainsKey(channel.Account.Id))
        {
            Render(draft, page, channel.Account.Id, traits, renditions, faults);
            return;
        }

        var account = channel.Account.Id;
        Half[] said = [.. Halves(draft, channel, traits).Select(half => half.On(traits))];
        faults.AddRange(said.SelectMany(half => BrokenLinks(half.Words)).Distinct(StringComparer.Ordinal).Select(link => $"{account}: {link} is no address of a page"));
        faults.AddRange(AgainstMedia(draft, account, traits));
        var halves = said.Select(half => Fit(draft, account, half, traits, faults)).ToArray();
        if (halves.All(half => half is not null))
        {
            var parts = InOrder([.. halves.SelectMany(half => half!)], channel is IRecipients ? draft.InReplyTo?.Handle : null);
            renditions.AddRange(traits.Cards ? parts.Select(part => part with { Card = CardOf(draft, channel.Account, part) }) : parts);
        }
    }

    /// <summary>The whole page as one post: it is never cut into a thread.</summary>
    private void Render(NewDraft draft, Document page, string account, ChannelTraits traits, List<Rendition> renditions, List<string> faults)
    {
        var shown = mark is null ? page : page with { Title = mark.Words + page.Title, Series = page.Series is { } series ? mark.Words + series : null };
        var words = DocumentWords.Of(shown);
        faults.AddRange(AgainstMedia(draft, account, traits));
        if (Fitter.Fit(words.Text, traits with { Threads = false }) is FitResult.TooLong no)
        {
            faults.Add($"{account}: the page is too long: {no.Reason}");
        }
        else if (draft.Media.Count > traits.MaxMedia)
        {
            faults.Add(TooManyMedia(draft, account, traits.MaxMedia));
        }
        else
        {
            var whole = Part(draft, account, page.Language, words.Text, draft.Media);
            renditions.Add(whole with { Document = shown, Facets = [.. whole.Facets.Where(facet => !words.Quotes(facet.Start))] });
        }
    }

    private static IEnumerable<string> AgainstMedia(NewDraft draft, string account, ChannelTraits traits) =>
    [
        .. draft.Media.Where(media => string.IsNullOrWhiteSpace(media.Alt)).Select(_ => $"{account}: a picture has no description"),
        .. draft.Media.Where(media => media.Alt.Length > traits.MaxAlt).Select(media => string.Create(
            CultureInfo.InvariantCulture, $"{account}: a picture's description has {media.Alt.Length} characters; {traits.MaxAlt} fit")),
    ];

    private static string TooManyMedia(NewDraft draft, string account, int room) =>
        string.Create(CultureInfo.InvariantCulture, $"{account}: {draft.Media.Count} pictures or files; it takes {room}");

    /// <summary>Links that lead nowhere by their form alone; nobody is asked whether the page is there.</summary>
    private static IEnumerable<string> BrokenLinks(string words) =>
        Facets.Find(words).Where(facet => facet.Kind == FacetKind.Link).Select(facet => facet.Target)
            .Where(link => !Uri.TryCreate(link, UriKind.Absolute, out var uri) || (uri.HostNameType == UriHostNameType.Dns && !uri.IsLoopback && !uri.Host.Contains('.', StringComparison.Ordinal)));

    /// <summary>The words in each language, in the order in which they stand: both at once where there are no threads.</summary>
    private IEnumerable<Half> Halves(NewDraft draft, IChannel channel, ChannelTraits traits)
    {
        var words = Words(draft, channel);
        if (draft.Pair is not { } pair)
        {
            return [new Half(draft.Language, words, draft.Warning)];
        }

        var first = Words(draft, channel.Account, pair);
        return traits.Threads ? [new Half(pair.Language, first, pair.Warning), new Half(draft.Language, words, draft.Warning)]
            : [new Half(pair.Language, PairedText.Whole(first, words), draft.Warning is null ? null : $"{pair.Warning} · {draft.Warning}")];
    }

    /// <returns>The parts of one half; null where they do not fit.</returns>
    private List<Rendition>? Fit(NewDraft draft, string account, Half half, ChannelTraits traits, List<string> faults)
    {
        var fit = Fitter.Fit(half.Words, half.Within(mark?.Within(traits) ?? traits));
        var room = (fit as FitResult.Fits)?.Parts.Count * traits.MaxMedia ?? traits.MaxMedia;
        if (draft.Media.Count > room)
        {
            faults.Add(TooManyMedia(draft, account, room));
        }

        if (fit is FitResult.TooLong no)
        {
            faults.Add($"{account}: {no.Reason}");
        }

        return fit is not FitResult.Fits { Parts: var parts } || draft.Media.Count > room ? null
            : [.. parts.Select((text, part) => Part(draft, account, half.Language, mark?.Words + text, [.. draft.Media.Skip(part * traits.MaxMedia).Take(traits.MaxMedia)]) with { Warning = half.Warning })];
    }

    /// <summary>The parts of all halves as one thread.</summary>
    private static IEnumerable<Rendition> InOrder(IReadOnlyList<Rendition> parts, string? answerTo) =>
        parts.Select((rendition, part) => rendition with { Part = part, Parts = parts.Count, AnswerTo = answerTo });

    private static Rendition Part(NewDraft draft, string account, string language, string text, IReadOnlyList<MediaRef> media) => new()
    {
        Account = account,
        Text = text,
        Language = language,
        Facets = Facets.Find(text),
        Media = media,
        InReplyTo = draft.InReplyTo?.ItemId,
        Reshares = draft.Reshares?.Message,
        Original = draft.Original,
        After = draft.After,
        NotBefore = draft.NotBefore,
        NotAfter = draft.NotAfter,
    };

    /// <summary>What is passed on itself, with the words beside it alone, where it comes from that channel and can be shown with them; else the draft as it is.</summary>
    private NewDraft Shown(NewDraft draft, IChannel channel) =>
        draft.Reshares is { } passed && passed.Source == channel.Account.Id && channel is IReshares shares && (shares.Quotes || (passed.Words.Length == 0 && mark is null))
            ? draft with { Text = passed.Words, Original = passed.ItemId }
            : draft;

    /// <summary>The card on the part that has its link, where no picture takes its place.</summary>
    private LinkCard? CardOf(NewDraft draft, ChannelAccount account, Rendition part)
    {
        var url = draft.Card is { } given ? tracking?.Apply(given.Url, account, draft.Campaign) ?? given.Url : null;
        return url is null || part.Media.Count > 0 || !part.Text.Contains(url, StringComparison.Ordinal) ? null
            : draft.Card! with { Url = url, Title = mark?.Words + draft.Card!.Title };
    }

    private string Words(NewDraft draft, IChannel channel)
    {
        var text = draft.Variants.TryGetValue(channel.Account.Id, out var variant) ? variant : draft.Text;
        if (channel is IReplies { NamesWhoIsAnswered: true } && draft.InReplyTo?.Handle is { } handle && !text.Contains(handle, StringComparison.OrdinalIgnoreCase))
        {
            text = $"{handle} {text}";
        }

        return Tagged(draft, channel.Account, text);
    }

    private string Words(NewDraft draft, ChannelAccount account, PairedText pair) =>
        Tagged(draft, account, pair.Variants.TryGetValue(account.Id, out var variant) ? variant : pair.Text);

    private string Tagged(NewDraft draft, ChannelAccount account, string text)
    {
        var tracked = tracking?.Apply(text, account, draft.Campaign) ?? text;
        return draft.Campaign is { } tag && !text.Contains(tag, StringComparison.OrdinalIgnoreCase) ? $"{tracked} {tag}" : tracked;
    }
}
