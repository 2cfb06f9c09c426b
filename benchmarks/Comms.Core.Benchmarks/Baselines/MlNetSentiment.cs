using Microsoft.ML;

namespace Comms.Core.Benchmarks.Baselines;

/// <summary>
/// ML.NET as its guides have it: FeaturizeText and a linear maximum-entropy model, asked through a prediction engine.
/// It gives one of three sentiments and nothing else.
/// </summary>
internal sealed class MlNetSentiment
{
    private readonly PredictionEngine<SentimentRow, SentimentGuess> _engine;

    // Both objects are used again for each message, which spares ML.NET what its simpler overload allocates.
    private readonly SentimentRow _row = new();
    private SentimentGuess _guess = new();

    private MlNetSentiment(PredictionEngine<SentimentRow, SentimentGuess> engine) => _engine = engine;

    public static MlNetSentiment Train(IEnumerable<(string Text, string Sentiment)> messages)
    {
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromEnumerable(messages.Select(message => new SentimentRow { Text = message.Text, Label = message.Sentiment }));
        var steps = ml.Transforms.Conversion.MapValueToKey(nameof(SentimentRow.Label))
            .Append(ml.Transforms.Text.FeaturizeText("Features", nameof(SentimentRow.Text)))
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy())
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        return new MlNetSentiment(ml.Model.CreatePredictionEngine<SentimentRow, SentimentGuess>(steps.Fit(rows)));
    }

    public string Predict(string text)
    {
        _row.Text = text;
        _engine.Predict(_row, ref _guess);
        return _guess.Sentiment;
    }
}
