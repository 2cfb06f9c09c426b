namespace Comms.Core.Planning;

/// <summary>People to be reached, and the ways that reach them: posts, and also print, press and notice boards.</summary>
public sealed record Audience
{
    /// <summary>Who they are, as <c>people without the internet</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The accounts, traditional ones included, that they use. None when no way is known.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];
}
