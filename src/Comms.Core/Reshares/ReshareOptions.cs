namespace Comms.Core.Reshares;

/// <summary>Whose posts the team passes on, and with which words beside them.</summary>
public sealed record ReshareOptions
{
    /// <summary>Bodies whose posts are passed on without the disclaimer. Default: none.</summary>
    public IReadOnlyList<TrustedBody> Trusted { get; init; } = [];

    /// <summary>What stands below whatever is passed on from others, as "Sharing is not endorsing."; null for nothing. Default: null.</summary>
    public string? Disclaimer { get; init; }

    /// <summary>
    /// Whether a trusted body's post, passed on without a word of the team's own, is approved by this rule alone. Never while
    /// anything is held, nor in a pre-election period or in mourning; a person approves then as ever. Default: no.
    /// </summary>
    public bool ApproveTrusted { get; init; }

    internal bool Trusts(string source, string handle) => Trusted.Any(body =>
        string.Equals(body.Handle, handle, StringComparison.OrdinalIgnoreCase) && (body.Source ?? source) == source);

    internal IEnumerable<string> Faults()
    {
        if (Trusted.Any(body => string.IsNullOrWhiteSpace(body.Handle)))
        {
            yield return "Reshares: a trusted body has no handle";
        }

        if (Disclaimer is not null && string.IsNullOrWhiteSpace(Disclaimer))
        {
            yield return "Reshares.Disclaimer is blank";
        }

        if (ApproveTrusted && Trusted.Count == 0)
        {
            yield return "Reshares.ApproveTrusted: there is no trusted body";
        }
    }
}

/// <summary>A body whose word is good enough to pass on.</summary>
/// <param name="Handle">Its account's own name, as its source tells it; in any case.</param>
/// <param name="Source">The source that must have heard it: another platform may have given the same name to someone else. Null: any.</param>
public sealed record TrustedBody(string Handle, string? Source = null);
