using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>A text and the labels a person gave it.</summary>
/// <param name="Text">The words; examples whose words are the same stay together when the data are divided.</param>
/// <param name="Labels">One label for a head that picks one; any number, none included, for one that picks any.</param>
public sealed record TrainingExample(string Text, IReadOnlyList<string> Labels)
{
    /// <summary>The question that the text answers, when it was written for one; null by default.</summary>
    public string? Question { get; init; }

    /// <summary>
    /// Who labelled it. A head that picks one label learns the customs of each source apart, and which a text follows;
    /// one source, with an empty name, by default.
    /// </summary>
    public string Source { get; init; } = "";
}

/// <summary>A head to train: its name, how it decides, and what it learns from.</summary>
/// <param name="Name">What the head is called: <c>sentiment</c> and <c>themes</c> are what triage looks for.</param>
/// <param name="Kind">Whether one label holds or any number.</param>
/// <param name="Examples">At least ten.</param>
public sealed record TrainingSet(string Name, HeadKind Kind, IReadOnlyList<TrainingExample> Examples)
{
    /// <summary>Labels with fewer examples than this are not learnt; 20 by default.</summary>
    public int LeastPerLabel { get; init; } = 20;

    /// <summary>Where there are several sources: how much an example of each counts in weighing them; 1 for one not named.</summary>
    public IReadOnlyDictionary<string, float> SourceWeights { get; init; } = new Dictionary<string, float>();

    /// <summary>
    /// Texts without labels, from which a head that picks any number learns as well: a first round guesses, and of what it
    /// is sure of a second one learns, at less weight. Thresholds, confidence and figures come from the examples alone.
    /// Empty by default.
    /// </summary>
    public IReadOnlyList<UnlabelledText> Unlabelled { get; init; } = [];

    /// <summary>Where there are several sources: a question with fewer examples of one is no custom of its own; 100 by default.</summary>
    public int LeastPerCustom { get; init; } = 100;

    internal IEnumerable<string> Texts => Examples.Select(example => example.Text).Concat(Unlabelled.Select(text => text.Text));

    /// <summary>How often its lanes are learnt, and what is not labelled guessed.</summary>
    internal int Rounds => Unlabelled.Count > 0 ? 3 : 1;
}
