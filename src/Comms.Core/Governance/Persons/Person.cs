namespace Comms.Core.Governance.Persons;

/// <summary>
/// Whom a request is about: an account, or a person resolved to several accounts. An account is the handle of
/// <see cref="Channels.Author"/> as its source gives it, compared without regard to case, at every source.
/// </summary>
public sealed record Person
{
    /// <summary>The person's accounts, as <c>@user@host</c>; one or more, none blank. That they are one person is for whoever asks to find out.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <exception cref="ArgumentException">There is no account, or a blank one.</exception>
    internal void Check()
    {
        if (Accounts is null || Accounts.Count == 0 || Accounts.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("A person has one account or more, none of them blank.", nameof(Accounts));
        }
    }

    internal bool Is(string? handle) => handle is not null && Accounts.Contains(handle, StringComparer.OrdinalIgnoreCase);
}
