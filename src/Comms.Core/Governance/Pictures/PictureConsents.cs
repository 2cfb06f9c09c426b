using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Pictures;

/// <summary>Looks whether pictures may be published: before a post is approved, and again before it is sent.</summary>
internal sealed class PictureConsents(ILedger ledger)
{
    /// <summary>Why the pictures may not be published at an instant, each with its picture; empty when they may.</summary>
    /// <param name="pictures">The pictures of a post, in any order.</param>
    /// <param name="at">The instant.</param>
    /// <param name="required">Whether one of which nothing is recorded may not be published either.</param>
    /// <param name="cancel">Stops reading.</param>
    public async ValueTask<IReadOnlyList<string>> AgainstAsync(
        IEnumerable<MediaRef> pictures, DateTimeOffset at, bool required, CancellationToken cancel)
    {
        var against = new List<string>();
        foreach (var picture in pictures.DistinctBy(picture => picture.Sha256))
        {
            var record = await ledger.FindAsync(PictureConsentRecord.Key(picture.Sha256), cancel).ConfigureAwait(false);
            var why = record is not null ? PictureConsent.Open(record).Against(at)
                : required ? "nobody has recorded that those it shows agreed, or that it shows nobody"
                : null;
            if (why is not null)
            {
                against.Add($"picture {picture.Sha256[..Math.Min(8, picture.Sha256.Length)]} (“{picture.Alt}”): {why}");
            }
        }

        return against;
    }
}
