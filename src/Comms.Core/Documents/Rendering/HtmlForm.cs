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

    /// <summary>A part of someone else's page, without a look of its own.</summary>
    public static readonly HtmlForm Fragment = new(policy: null, WebAddress.CanShowPicture) { IsFragment = true };

    /// <summary>A part of someone else's page, each block between the comments by which WordPress's editor knows it.</summary>
    public static readonly HtmlForm Blocks = new(policy: null, WebAddress.CanShowPicture) { IsFragment = true, HasComments = true };

    private HtmlForm(string? policy, Func<string, bool> shows) => (Policy, Shows) = (policy, shows);

    /// <summary>Whether it is no page, but stands in one.</summary>
    public bool IsFragment { get; private init; }

    /// <summary>Whether it may have the comments of WordPress's blocks.</summary>
    public bool HasComments { get; private init; }

    /// <summary>The content-security policy that stands in it; null for none, since programs for e-mail read none and run nothing.</summary>
    public string? Policy { get; }

    /// <summary>Whether the picture at an address is shown, and not only told of.</summary>
    public Func<string, bool> Shows { get; }
}
