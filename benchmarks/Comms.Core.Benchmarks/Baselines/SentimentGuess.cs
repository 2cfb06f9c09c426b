using Microsoft.ML.Data;

namespace Comms.Core.Benchmarks.Baselines;

/// <summary>What ML.NET answers.</summary>
public sealed class SentimentGuess
{
    [ColumnName("PredictedLabel")]
    public string Sentiment { get; set; } = "";
}
