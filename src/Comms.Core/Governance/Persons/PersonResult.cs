namespace Comms.Core.Governance.Persons;

/// <summary>What came of a request about personal data: a person's own, or all that is old.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public abstract record PersonResult<T>
{
    private PersonResult()
    {
    }

    /// <summary>It was given.</summary>
    /// <param name="Value">What was asked for.</param>
    public sealed record Given(T Value) : PersonResult<T>;

    /// <summary>It was refused; nothing was read or changed.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Refused(string Reason) : PersonResult<T>;
}
