using System.Globalization;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;

namespace Comms.Core.ModelBuilder;

/// <summary>A comment of either file: what it says, the question it answers, its sentiment (null for none) and themes.</summary>
internal sealed record Comment(string Source, string Text, string Question, string? Sentiment, IReadOnlyList<string>? Themes)
{
    /// <summary>What it is about in the words of phase 1, whose themes are others.</summary>
    public string Subject { get; init; } = "";
}

/// <summary>Reads the two files of patient feedback, and makes training sets of their comments.</summary>
internal static class FeedbackFiles
{
    public const string Framework = "framework-v6";
    public const string Phase1 = "phase-1";

    /// <summary>Chosen on held-out folds: phase 1 is the harder of the two to please.</summary>
    private const float Phase1Weight = 1.7f;

    private const int LeastPerTheme = 20;

    public static IReadOnlyList<Comment> Read(string framework, string phase1) =>
        [.. CsvFile.Read(framework).Select(OfFramework), .. CsvFile.Read(phase1).Select(OfPhase1)];

    public static TrainingSet[] Sets(IReadOnlyList<Comment> comments)
    {
        var felt = comments.Where(comment => comment.Sentiment is not null && comment.Text.Trim().Length > 0).Select(comment =>
            new TrainingExample(comment.Text, [comment.Sentiment!]) { Source = comment.Source, Question = comment.Question });
        var themed = comments.Where(comment => comment.Themes is not null).Select(comment =>
            new TrainingExample(comment.Text, comment.Themes!) { Source = comment.Source, Question = comment.Question });
        var unthemed = comments.Where(comment => comment.Themes is null && comment.Text.Trim().Length > 0)
            .Select(comment => new UnlabelledText(comment.Text, comment.Subject));
        return
        [
            new TrainingSet("sentiment", HeadKind.OneOf, [.. felt]) { SourceWeights = new Dictionary<string, float> { [Phase1] = Phase1Weight } },
            new TrainingSet("themes", HeadKind.AnyOf, [.. themed]) { LeastPerLabel = 1, Unlabelled = [.. unthemed] },
        ];
    }

    /// <summary>The themes that enough comments have, ordinal.</summary>
    public static IReadOnlyList<Comment> WithCommonThemes(IReadOnlyList<Comment> comments)
    {
        var common = comments.SelectMany(comment => comment.Themes ?? [])
            .GroupBy(theme => theme).Where(group => group.Count() >= LeastPerTheme).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return [.. comments.Select(comment => comment with { Themes = comment.Themes?.Where(common.Contains).ToArray() })];
    }

    private static Comment OfFramework(IReadOnlyDictionary<string, string> row)
    {
        var themes = row.Keys.SkipWhile(name => name != "Comment sentiment").Skip(1).Where(name => row[name] == "1").ToArray();
        string? sentiment = row["Comment sentiment"] switch
        {
            "1" or "2" => "positive",
            "3" => "neutral",
            "4" or "5" => "negative",
            _ => null,
        };
        return new Comment(Framework, row["FFT answer"], Asked(row["FFT question"]), sentiment, themes);
    }

    private static Comment OfPhase1(IReadOnlyDictionary<string, string> row)
    {
        string? sentiment = int.TryParse(row["criticality"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var criticality)
            ? criticality < 0 ? "negative" : criticality > 0 ? "positive" : "neutral"
            : null;
        return new Comment(Phase1, row["feedback"], row["question"], sentiment, null) { Subject = $"{row["label"]}, {row["subcategory"]}" };
    }

    /// <summary>Questions that ask the same in other words are one; the one that asks for both sides is as open as "Why?".</summary>
    private static string Asked(string question) => question switch
    {
        "What could we do better?" => "How could we improve?",
        _ when question.StartsWith("Please describe", StringComparison.Ordinal) => "FFT Why?",
        _ => question,
    };
}
