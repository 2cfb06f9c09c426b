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

    public HeadReader(TriageModel model, Head head)
    {
        var (phrases, signals) = SignalCompiler.Compile(ShippedSignals.Phrases, new PolicyFile());
        _head = head;
        _scan = new TextScan(model, phrases, signals, LanguageLists.Shipped);
        _state = new ScanState(_scan.Stride);
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
        _scan.Read(example.Text, _state);
        for (var i = 0; i < places.Length; i++)
        {
            var label = _head.Labels[i];
            confidences[places[i]] = label.Confidence(_state.Score(_head.FirstLane + i, label, _state.Root));
        }
    }
}
