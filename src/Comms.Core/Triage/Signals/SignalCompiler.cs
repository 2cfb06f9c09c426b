using Comms.Core.Triage.Policies;

namespace Comms.Core.Triage.Signals;

/// <summary>Brings the phrases of this package and of a policy into one machine.</summary>
internal sealed class SignalCompiler
{
    private readonly PhraseBuilder _phrases = new(ShippedSignals.Common);
    private readonly List<Signal> _signals = [];
    private readonly Dictionary<Signal, int> _numbers = [];

    private SignalCompiler()
    {
    }

    public static (PhraseMachine Phrases, SignalTable Signals) Compile(IEnumerable<SignalFile> shipped, PolicyFile policy)
    {
        var compiler = new SignalCompiler();
        foreach (var file in shipped)
        {
            compiler.Add(file);
        }

        compiler.Add(policy);
        return (compiler._phrases.Build(), new SignalTable(compiler._signals));
    }

    private void Add(SignalFile file)
    {
        foreach (var entry in file.Signals)
        {
            var signal = Number(new Signal(entry.Label, entry.Confidence, entry.Urgency, entry.Denied, null));
            foreach (var phrase in entry.Phrases)
            {
                _phrases.Add(phrase, signal, file.Lists);
            }

            var excuse = Number(new Signal(entry.Label, 0, null, false, entry.Label));
            foreach (var phrase in entry.Unless)
            {
                _phrases.Add(phrase, excuse, file.Lists);
            }
        }
    }

    private void Add(PolicyFile policy)
    {
        foreach (var phrase in policy.Phrases ?? [])
        {
            var label = phrase.Flag is null ? "kind:" + phrase.Kind : "flag:" + phrase.Flag;
            _phrases.AddPlain(phrase.Phrase, Number(new Signal(label, 0.9f, null, false, null)));
        }

        AddAll("service", (policy.Services ?? []).Select(service => service.Phrases));
        AddAll("place", (policy.Places ?? []).Select(place => place.Phrases));
        AddAll("phrase", (policy.Routes ?? []).Select(route => route.Phrases ?? []));
        AddAll("answer", (policy.SuggestedAnswers ?? []).Select(answer => answer.Phrases));
    }

    private void AddAll(string role, IEnumerable<IReadOnlyList<string>> lists)
    {
        foreach (var (index, phrases) in lists.Index())
        {
            var label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{role}:{index}");
            foreach (var phrase in phrases)
            {
                _phrases.AddPlain(phrase, Number(new Signal(label, 0.9f, null, false, null)));
            }
        }
    }

    private int Number(Signal signal)
    {
        if (!_numbers.TryGetValue(signal, out var number))
        {
            number = _numbers[signal] = _signals.Count;
            _signals.Add(signal);
        }

        return number;
    }
}
