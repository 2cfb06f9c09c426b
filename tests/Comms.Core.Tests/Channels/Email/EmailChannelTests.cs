using System.Security.Cryptography;
using System.Text;
using Comms.Core.Channels;
using Comms.Core.Channels.Email;
using Comms.Core.Ledger;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Xunit;

namespace Comms.Core.Tests.Channels.Email;

public sealed class EmailChannelTests : IDisposable
{
    private static readonly EmailOptions Options = new() { Address = "smtp://127.0.0.1:25", From = "Comms team <comms@trust.test>", To = ["ann@example.test"] };

    private readonly RSA key = RSA.Create(2048);
    private readonly InMemoryMediaStore media = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => key.Dispose();

    [Fact]
    public async Task The_words_stand_twice_and_the_pictures_once()
    {
        var (picture, leaflet) = (await StoreAsync("image/png", "A heron in the garden"), await StoreAsync("application/pdf", "The leaflet"));
        const string Text = "Flu clinic\n\nOpen at 9. See https://nhs.uk/flu today.\n\nBring a <friend>.";
        var post = new Rendition
        {
            Account = "list",
            Text = Text,
            Facets = [new Facet(Text.IndexOf("https", StringComparison.Ordinal), 18, FacetKind.Link, "https://nhs.uk/flu")],
            Media = [picture, leaflet],
            Language = "cy",
        };

        using var message = await PrepareAsync(Options, post);

        Assert.Equal("Flu clinic", message.Subject);
        Assert.Equal("cy", message.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.Equal("Open at 9. See https://nhs.uk/flu today.\n\nBring a <friend>.\n\n[A heron in the garden]\n\n[The leaflet]", message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Contains("<a href=\"https://nhs.uk/flu\"", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Bring a &lt;friend&gt;.", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains($"<img src=\"cid:{message.BodyParts.Single(part => part.ContentType.IsMimeType("image", "png")).ContentId}\" alt=\"A heron in the garden\"", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(["2.pdf"], message.Attachments.Select(part => part.ContentDisposition!.FileName));
    }

    [Fact]
    public async Task A_signature_holds_and_a_repeat_has_the_same()
    {
        var options = Options with { Dkim = new DkimOptions { Domain = "trust.test", Selector = "s1", Credential = "env:KEY" } };

        using var message = await PrepareAsync(options, Post("Clinic open today"));
        using var again = await PrepareAsync(options, Post("Clinic open today"));

        var signature = message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)];
        Assert.True(await new DkimVerifier(new Domain(key)).VerifyAsync(message, signature, Cancel));
        Assert.Equal(signature.Value, again.Headers[HeaderId.DkimSignature]);
    }

    [Theory]
    [InlineData(null, "there is no signing key under env:KEY")]
    [InlineData("not a key", "is no private RSA key")]
    public async Task Without_its_key_nothing_is_prepared_and_the_key_is_quoted_nowhere(string? secret, string reason)
    {
        var channel = new EmailChannel(
            "list", Options with { Dkim = new DkimOptions { Domain = "trust.test", Selector = "s1", Credential = "env:KEY" } }, new Secret(secret));

        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await channel.PrepareAsync(Post("Hello"), Context(), Cancel));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not a key", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_to_nobody_says_so()
    {
        var channel = new EmailChannel("list", Options, new Secret(null));

        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await channel.PrepareAsync(Post("Hello"), Context() with { Recipient = null }, Cancel));

        Assert.Equal("list: nobody is on the list", fault.Message);
    }

    [Theory]
    [InlineData("comms")]
    [InlineData("a@b.test\r\nBcc: c@d.test")]
    [InlineData("a@b.test, c@d.test")]
    public void What_is_no_address_is_the_callers_fault(string address)
    {
        Assert.Throws<ArgumentException>(() => new EmailChannel("list", Options with { From = address }, new Secret(null)));
        Assert.Throws<ArgumentException>(() => new EmailChannel("list", Options with { To = [address] }, new Secret(null)));
    }

    [Theory]
    [InlineData("two words", null, null)]
    [InlineData("list.test", "http://trust.test/leave", null)]
    [InlineData("list.test", "https://trust.test/a>b", null)]
    [InlineData("list.test", null, "Leave <leave@trust.test>")]
    public void A_lists_fields_that_programs_would_not_take_are_the_callers_fault(string id, string? oneClick, string? mailbox) =>
        Assert.Throws<ArgumentException>(() => new EmailChannel(
            "list", Options with { List = new ListHeaders { Id = id, OneClick = oneClick, Mailbox = mailbox } }, new Secret(null)));

    private static Rendition Post(string text) => new() { Account = "list", Text = text };

    private async Task<MediaRef> StoreAsync(string type, string alt)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(alt));
        var stored = await media.PutAsync(bytes, Cancel);
        return new MediaRef(stored.Sha256, type, stored.Length, alt);
    }

    private async Task<MimeMessage> PrepareAsync(EmailOptions options, Rendition post)
    {
        var channel = new EmailChannel("list", options, new Secret(key.ExportRSAPrivateKeyPem()));
        var prepared = await channel.PrepareAsync(post, Context(), Cancel);
        return await MimeMessage.LoadAsync(new MemoryStream(prepared.Bytes.ToArray()), Cancel);
    }

    private SendContext Context() => new()
    {
        Key = new DeliveryKey("0123456789abcdef0123456789abcdef"),
        CreatedAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
        Deadline = new DateTimeOffset(2026, 11, 23, 9, 1, 0, TimeSpan.Zero),
        Media = media,
        Credentials = new Secret(null),
        Recipient = "ann@example.test",
    };

    private sealed class Secret(string? secret) : ICredentialSource
    {
        public ValueTask<string?> FindAsync(string reference, CancellationToken cancel) => ValueTask.FromResult(secret);
    }

    /// <summary>What the domain's name server would say.</summary>
    private sealed class Domain(RSA key) : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            GetPublicKey($"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}");

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
