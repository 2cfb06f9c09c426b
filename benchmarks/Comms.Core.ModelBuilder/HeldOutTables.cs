using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Comms.Core.Triage.Training;

namespace Comms.Core.ModelBuilder;

/// <summary>Trains on four fifths of the comments and measures on the fifth, five times over.</summary>
internal sealed class HeldOutTables(IReadOnlyList<Comment> comments, TrainingOptions options)
{
    private const int Folds = 5;
    private const string Salt = "2026-11-24 ";

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
            var model = ModelTrainer.Train(sets, options);
            var rest = comments.Where((_, i) => folds[i] == fold).ToArray();
            plain.Add(model, rest);
            asked.Add(model, rest);
        }

        plain.Print(title);
        asked.Print(title + ", question told");
    }

    private int[] RandomFolds() => [.. comments.Select((_, i) => FoldOf(i.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>Texts that say nothing ("Did not answer", or no letter at all) stay where the model learns.</summary>
    private int[] FoldsOfTexts() => [.. comments.Select(comment => Silent(comment.Text) ? -1 : FoldOf(Letters(comment.Text)))];

    private static int FoldOf(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(Salt + name))[0] % Folds;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static bool Silent(string text) =>
        !text.Any(char.IsLetterOrDigit) || text.Trim().Equals("Did not answer", StringComparison.OrdinalIgnoreCase);
}
