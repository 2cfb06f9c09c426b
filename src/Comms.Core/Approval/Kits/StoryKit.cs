namespace Comms.Core.Approval.Kits;

/// <summary>
/// What a difficult story needs before a word of it is published: what is said, what will be asked, and who must not read
/// of it first. A post that names a kit (<see cref="Authoring.NewDraft.Kit"/>) is not approved while anything of it is open.
/// It may be kept half written.
/// </summary>
public sealed record StoryKit
{
    /// <summary>Its name in the engine, as <c>birth-centre</c>; not blank.</summary>
    public required string Id { get; init; }

    /// <summary>What the story is, as “The birth centre closes at night”; not blank.</summary>
    public required string Title { get; init; }

    /// <summary>The lines to take: what everyone who is asked says. At least one before it is ready. Default: none.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What will be asked, and the answers. At least one, and each answered, before it is ready. Default: none.</summary>
    public IReadOnlyList<KitQuestion> Questions { get; init; } = [];

    /// <summary>Who is told before it is published, in the order in which they are told, as “the midwives”; at least one before it is ready, each once. Default: none.</summary>
    public IReadOnlyList<string> ToldFirst { get; init; } = [];

    /// <summary>Where the story is that the public is asked: what, until when and how. Null for a story that asks nothing.</summary>
    public KitConsultation? Consultation { get; init; }

    /// <summary>Why it cannot be kept; none when it can.</summary>
    internal IEnumerable<string> Faults() =>
    [
        .. string.IsNullOrWhiteSpace(Id) || string.IsNullOrWhiteSpace(Title) ? ["it has no id or no title"] : Array.Empty<string>(),
        .. Lines.Any(string.IsNullOrWhiteSpace) ? ["a line to take is blank"] : Array.Empty<string>(),
        .. Questions.Any(asked => string.IsNullOrWhiteSpace(asked.Question)) ? ["a question is blank"] : Array.Empty<string>(),
        .. ToldFirst.Any(string.IsNullOrWhiteSpace) ? ["one of those who are told first is blank"] : Array.Empty<string>(),
        .. ToldFirst.GroupBy(whom => whom, StringComparer.Ordinal).Where(alike => alike.Count() > 1).Select(alike => $"“{alike.Key}” is told twice"),
        .. Consultation is { } asks && asks.To < asks.From ? ["its consultation ends before it begins"] : Array.Empty<string>(),
    ];

    /// <summary>What is not written yet.</summary>
    internal IEnumerable<string> Gaps() =>
    [
        .. Lines.Count == 0 ? ["no line to take is written"] : Array.Empty<string>(),
        .. Questions.Count == 0 ? ["no question is foreseen"] : Array.Empty<string>(),
        .. Questions.Where(asked => string.IsNullOrWhiteSpace(asked.Answer)).Select(asked => $"“{asked.Question}” has no answer"),
        .. ToldFirst.Count == 0 ? ["it does not say who is told first"] : Array.Empty<string>(),
        .. Consultation?.Gaps() ?? [],
    ];
}

/// <summary>What will be asked, and what is answered.</summary>
/// <param name="Question">As people would ask it; not blank.</param>
/// <param name="Answer">What is answered; null or blank while nobody has written it.</param>
public sealed record KitQuestion(string Question, string? Answer = null);
