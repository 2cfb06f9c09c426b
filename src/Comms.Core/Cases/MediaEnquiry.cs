namespace Comms.Core.Cases;

/// <summary>What a journalist asked and what came of it: the media log's entry of a case. In a change, null leaves what is there.</summary>
public sealed record MediaEnquiry
{
    /// <summary>Who asks, as “the Herald”; needed the first time.</summary>
    public string? Outlet { get; init; }

    /// <summary>The journalist; null when not known.</summary>
    public string? Reporter { get; init; }

    /// <summary>By when they need an answer; null when they did not say.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The line that was given; null while none was.</summary>
    public string? Line { get; init; }

    /// <summary>Who spoke to them; null while nobody has.</summary>
    public string? Spokesperson { get; init; }

    /// <summary>What was printed or broadcast, in words or as an address; null while nothing is known.</summary>
    public string? Printed { get; init; }

    internal IEnumerable<string> Texts => new[] { Outlet, Reporter, Line, Spokesperson, Printed }.OfType<string>();

    /// <summary>This, with what a change says.</summary>
    internal MediaEnquiry With(MediaEnquiry change) => new()
    {
        Outlet = change.Outlet ?? Outlet,
        Reporter = change.Reporter ?? Reporter,
        Deadline = change.Deadline ?? Deadline,
        Line = change.Line ?? Line,
        Spokesperson = change.Spokesperson ?? Spokesperson,
        Printed = change.Printed ?? Printed,
    };

    /// <summary>This, with every text put through a change of words.</summary>
    internal MediaEnquiry Each(Func<string, string> change) => this with
    {
        Outlet = Outlet is null ? null : change(Outlet),
        Reporter = Reporter is null ? null : change(Reporter),
        Line = Line is null ? null : change(Line),
        Spokesperson = Spokesperson is null ? null : change(Spokesperson),
        Printed = Printed is null ? null : change(Printed),
    };

    internal void Check()
    {
        if (Texts.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("What is said of an enquiry is null or has words.");
        }
    }
}
