using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace Comms.Core.Channels.Email;

/// <summary>Signs a message for its domain. The time in the signature is the message's own, so that a repeat has the same bytes.</summary>
internal static class Signature
{
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.ReplyTo, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion, HeaderId.ContentType,
        HeaderId.ListId, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost,
    ];

    /// <exception cref="ChannelException">The key is not there or is no key.</exception>
    public static async ValueTask SignAsync(MimeMessage message, DkimOptions dkim, ICredentialSource credentials, CancellationToken cancel)
    {
        var pem = await credentials.FindAsync(dkim.Credential, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"there is no signing key under {dkim.Credential}; a person must set it");
        var present = Signed.Where(message.Headers.Contains).ToArray();
        try
        {
            using var key = new MemoryStream(Encoding.ASCII.GetBytes(pem));
            new DatedSigner(key, dkim, message.Date).Sign(message, present);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidCastException or Org.BouncyCastle.OpenSsl.PemException or IOException)
        {
            // What the fault says may quote the key.
            throw new ChannelException($"what is under {dkim.Credential} is no private RSA key in PEM");
        }
    }

    private sealed class DatedSigner : DkimSigner
    {
        private readonly DateTimeOffset _at;

        public DatedSigner(Stream key, DkimOptions dkim, DateTimeOffset at)
            : base(key, dkim.Domain, dkim.Selector, DkimSignatureAlgorithm.RsaSha256)
        {
            _at = at;
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        }

        protected override long GetTimestamp() => _at.ToUnixTimeSeconds();
    }
}
