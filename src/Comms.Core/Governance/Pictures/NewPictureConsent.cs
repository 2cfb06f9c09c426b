namespace Comms.Core.Governance.Pictures;

/// <summary>What those whom a picture shows agreed to.</summary>
public sealed record NewPictureConsent
{
    /// <summary>The picture's name in the media store: 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether it shows nobody who could be known, so that nobody is to be asked. Default: no.</summary>
    public bool ShowsNobody { get; init; }

    /// <summary>Where the signed consent is kept, naming nobody, as a file's number. Needed where the picture shows someone.</summary>
    public string? Form { get; init; }

    /// <summary>The last day on which it may be published, where the team is; null for no end.</summary>
    public DateOnly? Until { get; init; }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Sha256);
        if (!ShowsNobody)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(Form);
        }
    }
}
