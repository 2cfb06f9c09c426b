namespace Comms.Core.Documents.Rendering;

/// <summary>What kind of page is made, and so what may stand in it.</summary>
internal sealed class HtmlForm
{
    /// <summary>A page for a browser.</summary>
    public static readonly HtmlForm Page = new(HtmlPage.ContentPolicy, WebAddress.CanShowPicture);

    /// <summary>A page that asks nothing of any network.</summary>
    public static readonly HtmlForm Sealed = new(HtmlPage.SealedPolicy, _ => false);

    /// <summary>The HTML half of an e-mail: no stylesheet, since many programs drop it; each element has its own look.</summary>
    public static readonly HtmlForm Email = new(policy: null, url => WebAddress.CanShowPicture(url) || WebAddress.IsEnclosed(url));

    private HtmlForm(string? policy, Func<string, bool> shows) => (Policy, Shows) = (policy, shows);

    /// <summary>The content-security policy that stands in it; null for none, since programs for e-mail read none and run nothing.</summary>
    public string? Policy { get; }

    /// <summary>Whether the picture at an address is shown, and not only told of.</summary>
    public Func<string, bool> Shows { get; }
}
