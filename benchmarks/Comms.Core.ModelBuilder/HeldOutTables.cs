using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;

namespace Comms.Core.ModelBuilder;

/// <summary>Trains on four fifths of the comments and measures on the fifth, five times over.</summary>
internal sealed class HeldOutTables(IReadOnlyList<Comment> comments, TrainingOptions options, IReadOnlyList<ModelToken> lexicon)
{
    private const int Folds = 5;
    private const int Seed = 20261123;

    private readonly IReadOnlyList<string> _themes =
        [.. comments.SelectMany(comment => comment.Themes ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public void PrintRandom(int rounds) => Print("rows divided by chance", RandomFolds(), rounds);

    public void PrintTogether(int rounds) => Print("identical texts on one side", FoldsOfTexts(), rounds);

    private void Print(string title, int[] folds, int rounds)
    {
        var plain = new Measure(_themes, tellQuestion: false);
        var asked = new Measure(_themes, tellQuestion: true);
        for (var fold = 0; fold < rounds; fold++)
        {
            var sets = FeedbackFiles.Sets([.. comments.Where((_, i) => folds[i] != fold)]);
            var model = ModelTrainer.Train(sets, options, lexicon, new TrainingProgress(1, null, CancellationToken.None));
            var rest = comments.Where((_, i) => folds[i] == fold).ToArray();
            plain.Add(model, rest);
            asked.Add(model, rest);
        }

        plain.Print(title);
        asked.Print(title + ", question told");
    }

    private int[] RandomFolds()
    {
        var order = Enumerable.Range(0, comments.Count).ToArray();
        new Shuffle(Seed).Apply(order);
        var folds = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            folds[order[place]] = place % Folds;
        }

        return folds;
    }

    /// <summary>Texts that say nothing ("Did not answer", or no letter at all) stay where the model learns.</summary>
    private int[] FoldsOfTexts()
    {
        var folds = GroupSplit.Folds([.. comments.Select(comment => new TrainingExample(comment.Text, []))], Folds, Seed);
        return [.. folds.Select((fold, i) => Silent(comments[i].Text) ? -1 : fold)];
    }

    private static bool Silent(string text) =>
        !text.Any(char.IsLetterOrDigit) || text.Trim().Equals("Did not answer", StringComparison.OrdinalIgnoreCase);
}
