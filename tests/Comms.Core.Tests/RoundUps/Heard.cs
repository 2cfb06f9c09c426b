using Comms.Core.Channels;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.Tests.RoundUps;

/// <summary>Writes triaged messages as tests need them.</summary>
internal sealed record Heard(string Id, string Text)
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    public string Language { get; init; } = "en";

    public string Source { get; init; } = "survey";

    public double Hours { get; init; } = 9;

    public string Feeling { get; init; } = "neutral";

    public string[] Kinds { get; init; } = [];

    public string[] Themes { get; init; } = [];

    public string[] Flags { get; init; } = [];

    public string[] Teams { get; init; } = ["maternity"];

    public Urgency Urgency { get; init; }

    public int Priority { get; init; }

    public Author? Author { get; init; }

    public string? Url { get; init; }

    public string? Says { get; init; }

    public string? Private { get; init; }

    public string PrivateKind { get; init; } = "phone";

    public Obligation? Duty { get; init; }

    public static implicit operator TriagedMessage(Heard heard) => heard.Triaged();

    public TriagedMessage Triaged() => new(Id, Source, Monday.AddHours(Hours), Text, Author, Act.Mention, null, Url, service: null, place: null, Findings());

    private TriageFindings Findings() => new()
    {
        Language = Language,
        Sentiment = new Sentiment(Feeling, 0, 0, 0),
        Kinds = [.. Kinds.Select(kind => new Label(kind, 0.9f))],
        Themes = [.. Themes.Select(theme => new Label(theme, 0.9f))],
        Flags = Flags,
        Urgency = Urgency,
        Priority = Priority,
        Routes = [.. Teams.Select(team => new Route(team, ["a rule"]))],
        Obligations = Duty is null ? [] : [Duty],
        Evidence = Says is null ? [] : [new Evidence(Text.IndexOf(Says, StringComparison.Ordinal), Says.Length, "theme:" + Themes[0])],
        PersonalData = Private is null ? [] : [new PersonalData(PrivateKind, Text.IndexOf(Private, StringComparison.Ordinal), Private.Length)],
    };
}
