using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Comms.Core.Documents;
using MimeKit;
using MimeKit.Utils;

namespace Comms.Core.Channels.Email;

/// <summary>
/// Makes the message to one recipient, byte for byte the same each time: its id, its date and its boundaries come from the
/// delivery. The words stand in it twice, as text and as HTML with its pictures; other files are attached.
/// </summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Each part belongs to the message that it is put into.")]
internal sealed class MailComposer(MailboxAddress from, MailboxAddress? replyTo, ListHeaders? list)
{
    /// <exception cref="ChannelException">A picture or file is not in the media store.</exception>
    public async ValueTask<MimeMessage> ComposeAsync(Rendition rendition, MailboxAddress to, SendContext context, CancellationToken cancel)
    {
        var name = new PartNames(context.Key, from.Domain);
        var (pictures, files) = (new List<MimePart>(), new List<MimePart>());
        foreach (var (at, media) in rendition.Media.Index())
        {
            var picture = media.Type.StartsWith("image/", StringComparison.Ordinal);
            (picture ? pictures : files).Add(await PartAsync(media, name, at, picture, context, cancel).ConfigureAwait(false));
        }

        var (page, plain) = rendition.Document is { } document ? (document, rendition.Text.TrimEnd('\n')) : Page(rendition);
        var message = new MimeMessage(Headers(page.Title, to, rendition.InReplyTo is null ? list : null, context)) { MessageId = name.Message };
        if (rendition.InReplyTo is { } answered)
        {
            Thread(message, answered);
        }

        message.Body = Body(page, Plain(rendition, plain), pictures, files, name);
        message.Body.Headers.Add(HeaderId.ContentLanguage, Line(rendition.Language));
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>Puts an answer into the thread of what it answers (RFC 5322, 3.6.4).</summary>
    private static void Thread(MimeMessage message, string answered)
    {
        message.InReplyTo = MimeUtils.EnumerateReferences(answered).FirstOrDefault()
            ?? throw new ChannelException("the message that it answers has no id of its own: answer it by hand");
        message.References.Add(message.InReplyTo);
    }

    private IEnumerable<Header> Headers(string title, MailboxAddress to, ListHeaders? list, SendContext context)
    {
        yield return new Header(HeaderId.From, from.ToString(encode: true));
        yield return new Header(HeaderId.To, to.ToString(encode: true));
        yield return new Header(HeaderId.Subject, Line(title));
        yield return new Header(HeaderId.Date, DateUtils.FormatDate(context.CreatedAt.ToUniversalTime()));
        if (replyTo is not null)
        {
            yield return new Header(HeaderId.ReplyTo, replyTo.ToString(encode: true));
        }

        if (list is not null)
        {
            foreach (var header in ListFields.Of(list, to.Address))
            {
                yield return header;
            }
        }
    }

    private static Multipart Body(Document page, string plain, List<MimePart> pictures, List<MimePart> files, PartNames name)
    {
        var shown = page with { Blocks = [.. page.Blocks, .. pictures.Select(picture => new ImageBlock("cid:" + picture.ContentId, picture.ContentDescription ?? ""))] };
        var html = Part("html", DocumentRenderer.Render(shown, DocumentFormat.Email));
        var text = Part("plain", plain);
        MimeEntity whole = pictures.Count == 0 ? html : Many("related", name, 2, [html, .. pictures]);
        var twin = Many("alternative", name, 1, [text, whole]);
        return files.Count == 0 ? twin : Many("mixed", name, 0, [twin, .. files]);
    }

    /// <summary>A post that is words alone, as a page and without its title.</summary>
    private static (Document Page, string Plain) Page(Rendition rendition)
    {
        var words = TitledText.Of(rendition.Text);
        var page = new Document
        {
            Title = words.Title,
            Language = rendition.Language,
            Blocks = [.. words.Paragraphs.Select(paragraph => new Paragraph(Linked(rendition, paragraph)))],
        };
        return (page, string.Join("\n\n", words.Paragraphs.Select(paragraph => rendition.Text[paragraph])));
    }

    private static InlineText Linked(Rendition rendition, Range paragraph)
    {
        var (runs, at) = (new List<Inline>(), paragraph.Start.Value);
        foreach (var link in rendition.Facets.Where(facet => facet.Kind == FacetKind.Link && facet.Start >= at && facet.Start + facet.Length <= paragraph.End.Value))
        {
            runs.Add(new Inline(rendition.Text[at..link.Start]));
            runs.Add(new Inline(rendition.Text.Substring(link.Start, link.Length), Url: link.Target));
            at = link.Start + link.Length;
        }

        return new InlineText([.. runs, new Inline(rendition.Text[at..paragraph.End])]);
    }

    private static string Plain(Rendition rendition, string words)
    {
        var pictures = rendition.Media.Where(media => media.Alt.Length > 0).Select(media => $"[{media.Alt}]");
        return string.Join("\n\n", [words, .. pictures]) + "\n";
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static Multipart Many(string subtype, PartNames name, int level, IEnumerable<MimeEntity> parts)
    {
        var whole = new Multipart(subtype) { Boundary = name.Boundary(level) };
        foreach (var part in parts)
        {
            whole.Add(part);
        }

        return whole;
    }

    private static async ValueTask<MimePart> PartAsync(
        MediaRef media, PartNames name, int at, bool picture, SendContext context, CancellationToken cancel)
    {
        var bytes = new MemoryStream(await context.Media.ReadAsync(media, cancel).ConfigureAwait(false));
        return new MimePart(media.Type)
        {
            Content = new MimeContent(bytes),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentId = name.Part(at),
            ContentDescription = media.Alt.Length > 0 ? Line(media.Alt) : null,
            ContentDisposition = new ContentDisposition(picture ? ContentDisposition.Inline : ContentDisposition.Attachment)
            {
                FileName = string.Create(CultureInfo.InvariantCulture, $"{at + 1}.{media.Type.Split('/')[^1]}"),
            },
        };
    }

    /// <summary>One line, whatever was in it: a header ends where its line ends.</summary>
    private static string Line(string text) => string.Concat(text.Select(each => char.IsControl(each) ? ' ' : each));
}
