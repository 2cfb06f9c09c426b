namespace Comms.Core.Cases.Consultations;

/// <summary>A consultation: what the public is asked, until when, and how an answer to it is known.</summary>
public sealed record Consultation
{
    /// <summary>Its name in the engine, as <c>birth-centre</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called, as “The future of the birth centre”: an answer that names it is known by that.</summary>
    public required string Title { get; init; }

    /// <summary>The first day on which answers are taken.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which answers are taken; what comes later is collected too, as late.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The hashtag with its sign, by which an answer is known; null for none.</summary>
    public string? Hashtag { get; init; }

    /// <summary>What is asked, in its order; at least one.</summary>
    public required IReadOnlyList<ConsultationQuestion> Questions { get; init; }

    internal static IEnumerable<string> Faults(IReadOnlyList<Consultation> consultations)
    {
        foreach (var twice in consultations.GroupBy(one => one.Id, StringComparer.Ordinal).Where(alike => alike.Count() > 1))
        {
            yield return $"Consultations: '{twice.Key}' stands twice";
        }

        foreach (var fault in consultations.SelectMany(one => one.Faults().Select(fault => $"Consultations: '{one.Id}' {fault}")))
        {
            yield return fault;
        }
    }

    private IEnumerable<string> Faults() =>
    [
        .. string.IsNullOrWhiteSpace(Id) || string.IsNullOrWhiteSpace(Title) ? ["has no id or no title"] : Array.Empty<string>(),
        .. To < From ? ["ends before it begins"] : Array.Empty<string>(),
        .. Hashtag is { } tag && (tag.Length < 2 || tag[0] != '#') ? [$"has the hashtag '{tag}': one begins with #"] : Array.Empty<string>(),
        .. Questions.Count == 0 ? ["asks nothing"] : Array.Empty<string>(),
        .. Questions.Any(question => string.IsNullOrWhiteSpace(question.Id) || string.IsNullOrWhiteSpace(question.Text)) ? ["has a question without an id or words"] : Array.Empty<string>(),
        .. Questions.SelectMany(question => question.Words).Any(string.IsNullOrWhiteSpace) ? ["has a blank word for a question"] : Array.Empty<string>(),
        .. Questions.GroupBy(question => question.Id, StringComparer.Ordinal).Where(alike => alike.Count() > 1).Select(alike => $"asks '{alike.Key}' twice"),
    ];
}
