using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Policies;
using Comms.Core.Triage.Reading;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Training;

/// <summary>Reads texts as triage reads them, and tells how sure one head is of each of its labels.</summary>
internal sealed class HeadReader
{
    private readonly Head _head;
    private readonly TextScan _scan;
    private readonly ScanState _state;
    private readonly PlainFeeling? _plain;

    public HeadReader(TriageModel model, Head head)
    {
        var (phrases, signals) = SignalCompiler.Compile(ShippedSignals.Phrases, new PolicyFile());
        _head = head;
        _scan = new TextScan(model, phrases, signals, LanguageLists.Shipped);
        _state = new ScanState(_scan.Stride);
        _plain = SentimentJudge.IsSentiment(head) ? new PlainFeeling(model) : null;
    }

    /// <summary>Counts each example. The tally may know labels that the head does not: those are never given.</summary>
    public void Judge(IEnumerable<TrainingExample> examples, Tally tally)
    {
        var places = _head.Labels.Select(label => tally.PlaceOf(label.Name)).ToArray();
        var confidences = new float[tally.Labels.Count];
        var thresholds = new float[tally.Labels.Count];
        Array.Fill(thresholds, 1);
        foreach (var (place, label) in places.Zip(_head.Labels))
        {
            thresholds[place] = label.Threshold;
        }

        foreach (var example in examples)
        {
            Read(example, places, confidences);
            tally.Add(example.Labels, confidences, thresholds);
        }
    }

    private void Read(TrainingExample example, int[] places, float[] confidences)
    {
        _scan.Read(example.Text, example.Question, _state);
        var scores = _state.ScoresOf(_head);
        Span<float> shares = stackalloc float[places.Length];
        if (_head.Kind == HeadKind.OneOf)
        {
            _head.Share(scores, example.Question, shares);
            _plain?.Mix(_state, shares);
        }

        for (var i = 0; i < places.Length; i++)
        {
            confidences[places[i]] = _head.Kind == HeadKind.OneOf ? shares[i] : _head.Labels[i].Confidence(scores[i]);
        }
    }
}
