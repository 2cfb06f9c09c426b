using System.Globalization;
using Comms.Core.Channels;

namespace Comms.Core.Authoring;

/// <summary>Makes all renditions of a draft before anyone approves it.</summary>
internal sealed class Renderer(ChannelDirectory channels, TextMark? mark = null)
{
    public async ValueTask<DraftRenditions> RenderAsync(NewDraft draft, CancellationToken cancel)
    {
        var renditions = new List<Rendition>();
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var account in draft.Accounts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
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

            var traits = await channel.DescribeAsync(cancel).ConfigureAwait(false);
            versions.Add(account, traits.Version);
            Render(draft, account, Words(draft, channel), channel is IRecipients ? draft.InReplyTo?.Handle : null, traits, renditions, faults);
        }

        return new DraftRenditions(renditions, versions, faults);
    }

    private void Render(NewDraft draft, string account, string words, string? answerTo, ChannelTraits traits, List<Rendition> renditions, List<string> faults)
    {
        faults.AddRange(draft.Media.Where(media => string.IsNullOrWhiteSpace(media.Alt)).Select(_ => $"{account}: a picture has no description"));
        faults.AddRange(draft.Media.Where(media => media.Alt.Length > traits.MaxAlt).Select(media => string.Create(
            CultureInfo.InvariantCulture, $"{account}: a picture's description has {media.Alt.Length} characters; {traits.MaxAlt} fit")));
        var fit = Fitter.Fit(words, mark?.Within(traits) ?? traits);
        var room = (fit as FitResult.Fits)?.Parts.Count * traits.MaxMedia ?? traits.MaxMedia;
        if (draft.Media.Count > room)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{account}: {draft.Media.Count} pictures or files; it takes {room}"));
        }

        switch (fit)
        {
            case FitResult.TooLong no:
                faults.Add($"{account}: {no.Reason}");
                break;
            case FitResult.Fits { Parts: var parts } when draft.Media.Count <= room:
                renditions.AddRange(parts.Select((text, part) =>
                    Part(draft, account, mark?.Words + text, answerTo, part, parts.Count, [.. draft.Media.Skip(part * traits.MaxMedia).Take(traits.MaxMedia)])));
                break;
        }
    }

    private static Rendition Part(NewDraft draft, string account, string text, string? answerTo, int part, int parts, IReadOnlyList<MediaRef> media) => new()
    {
        Account = account,
        Part = part,
        Parts = parts,
        Text = text,
        Language = draft.Language,
        Facets = Facets.Find(text),
        Media = media,
        InReplyTo = draft.InReplyTo?.ItemId,
        AnswerTo = answerTo,
    };

    private static string Words(NewDraft draft, IChannel channel)
    {
        var text = draft.Variants.TryGetValue(channel.Account.Id, out var variant) ? variant : draft.Text;
        if (channel is IReplies { NamesWhoIsAnswered: true } && draft.InReplyTo?.Handle is { } handle && !text.Contains(handle, StringComparison.OrdinalIgnoreCase))
        {
            text = $"{handle} {text}";
        }

        return draft.Campaign is { } tag && !text.Contains(tag, StringComparison.OrdinalIgnoreCase) ? $"{text} {tag}" : text;
    }
}
