namespace Comms.Core.Channels.WordPress;

/// <summary>Who posts where. Checked when the channel is made.</summary>
public sealed record WordPressOptions
{
    /// <summary>The site, as <c>https://blog.example</c>. Plain http is taken for this machine only.</summary>
    public required string Address { get; init; }

    /// <summary>The user's name; one who may publish, as an author.</summary>
    public required string User { get; init; }

    /// <summary>Where an application password is found, as <c>env:NAME</c>; never the password itself.</summary>
    public required string Credential { get; init; }
}
