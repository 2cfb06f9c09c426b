using Comms.Core.Ledger;

namespace Comms.Core.Governance.Pictures;

/// <summary>A consent to publish a picture. Immutable; only <see cref="PictureConsentDesk"/> makes one.</summary>
public sealed class PictureConsent
{
    private readonly PictureConsentRecord _body;

    internal PictureConsent(string sha256, PictureConsentRecord body) => (Sha256, _body) = (sha256, body);

    /// <summary>The picture's name in the media store.</summary>
    public string Sha256 { get; }

    /// <summary>Whether it shows nobody who could be known.</summary>
    public bool ShowsNobody => _body.Form is null;

    /// <summary>Where the signed consent is kept; null when the picture shows nobody.</summary>
    public string? Form => _body.Form;

    /// <summary>The last day on which it may be published, where the team is; null for no end.</summary>
    public DateOnly? Until => _body.Until;

    /// <summary>The instant from which it may not be published any more; null for no end.</summary>
    public DateTimeOffset? EndsAt => _body.EndsAt;

    /// <summary>Who recorded it.</summary>
    public string RecordedBy => _body.RecordedBy;

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt => _body.RecordedAt;

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt => _body.WithdrawnAt;

    internal static PictureConsent Open(LedgerRecord record) => new(record.Key.Id, PictureConsentRecord.Open(record));

    /// <summary>Why the picture may not be published at an instant; null when it may.</summary>
    internal string? Against(DateTimeOffset at) =>
        WithdrawnAt is { } withdrawn ? FormattableString.Invariant($"the consent was taken back on {withdrawn.UtcDateTime:yyyy-MM-dd}")
        : EndsAt <= at ? FormattableString.Invariant($"the consent ended on {Until:yyyy-MM-dd}")
        : null;
}
