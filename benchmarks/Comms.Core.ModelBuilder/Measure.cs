using Comms.Core.Triage;
using Comms.Core.Triage.Models;

namespace Comms.Core.ModelBuilder;

/// <summary>Reads comments as any message is read, and counts how far the findings agree with the labels.</summary>
internal sealed class Measure(IReadOnlyList<string> themes, bool tellQuestion)
{
    private static readonly string[] Feelings = ["negative", "neutral", "positive"];

    private readonly Dictionary<string, ClassTable> _sentiments = new(StringComparer.Ordinal);
    private readonly ClassTable _themes = new(themes);

    public void Add(TriageModel model, IEnumerable<Comment> comments)
    {
        var triager = Triager.Create(new TriagerOptions { Model = model });
        var result = new TriageResult();
        foreach (var comment in comments)
        {
            if (tellQuestion)
            {
                triager.Triage(comment.Text, comment.Question, result);
            }
            else
            {
                triager.Triage(comment.Text, result);
            }

            AddSentiment(comment, result);
            AddThemes(comment, result);
        }
    }

    public void Print(string title)
    {
        foreach (var (source, table) in _sentiments.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.Print($"Sentiment, {source}, {title}");
        }

        if (themes.Count > 0)
        {
            _themes.Print($"Themes, {title}");
        }
    }

    private void AddSentiment(Comment comment, TriageResult result)
    {
        if (comment.Sentiment is null || string.IsNullOrWhiteSpace(comment.Text))
        {
            return;
        }

        if (!_sentiments.TryGetValue(comment.Source, out var table))
        {
            _sentiments[comment.Source] = table = new ClassTable(Feelings);
        }

        for (var i = 0; i < Feelings.Length; i++)
        {
            table.Add(i, result.Sentiment == Feelings[i], comment.Sentiment == Feelings[i]);
        }

        table.AddConfidence(Math.Max(result.Negative, Math.Max(result.Neutral, result.Positive)), result.Sentiment == comment.Sentiment);
    }

    private void AddThemes(Comment comment, TriageResult result)
    {
        if (comment.Themes is null)
        {
            return;
        }

        for (var i = 0; i < themes.Count; i++)
        {
            _themes.Add(i, Says(result, themes[i]), comment.Themes.Contains(themes[i]));
        }

        if (result.Themes.Length > 0)
        {
            _themes.AddConfidence(result.Themes[0].Confidence, comment.Themes.Contains(result.Themes[0].Name));
        }
    }

    private static bool Says(TriageResult result, string theme)
    {
        foreach (ref readonly var found in result.Themes)
        {
            if (found.Name == theme)
            {
                return true;
            }
        }

        return false;
    }
}
