namespace Comms.Core.Documents.Rendering;

/// <summary>What kind of page is made, and so what may stand in it.</summary>
internal sealed class HtmlForm
{
    /// <summary>A page for a browser.</summary>
    public static readonly HtmlForm Page = new(HtmlPage.ContentPolicy, Picture.Https);

    /// <summary>A page that asks nothing of any network.</summary>
    public static readonly HtmlForm Sealed = new(HtmlPage.SealedPolicy, Picture.None);

    /// <summary>The HTML half of an e-mail: no stylesheet, since many programs drop it; each element has its own look.</summary>
    public static readonly HtmlForm Email = new(policy: null, Picture.Https | Picture.Enclosed);

    private readonly Picture _pictures;

    private HtmlForm(string? policy, Picture pictures) => (Policy, _pictures) = (policy, pictures);

    [Flags]
    private enum Picture
    {
        None = 0,
        Https = 1,
        Enclosed = 2,
    }

    /// <summary>The content-security policy that stands in it; null for none, since programs for e-mail read none and run nothing.</summary>
    public string? Policy { get; }

    public bool Shows(string url) =>
        (_pictures.HasFlag(Picture.Https) && WebAddress.CanShowPicture(url)) || (_pictures.HasFlag(Picture.Enclosed) && WebAddress.IsEnclosed(url));
}
