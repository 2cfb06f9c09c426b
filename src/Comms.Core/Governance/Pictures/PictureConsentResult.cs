namespace Comms.Core.Governance.Pictures;

/// <summary>What came of recording a consent, or of taking one back.</summary>
public abstract record PictureConsentResult
{
    private PictureConsentResult()
    {
    }

    /// <summary>It is kept, and in the audit.</summary>
    /// <param name="Consent">As it now stands.</param>
    public sealed record Kept(PictureConsent Consent) : PictureConsentResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Refused(string Reason) : PictureConsentResult;
}
