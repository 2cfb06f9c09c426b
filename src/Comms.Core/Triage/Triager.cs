using System.Collections.Concurrent;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Listening;
using Comms.Core.Text;
using Comms.Core.Triage.Corrections;
using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Obligations;
using Comms.Core.Triage.Policies;
using Comms.Core.Triage.Reading;
using Comms.Core.Triage.Signals;
using Microsoft.Extensions.Options;

namespace Comms.Core.Triage;

/// <summary>
/// Judges messages: language, sentiment, themes, kinds, flags, urgency, personal data, routes, duties, priority. Compiled
/// once from a model and a policy; immutable and safe to share between threads. The same message always gives the same
/// findings.
/// </summary>
public sealed class Triager
{
    private readonly TextScan _scan;
    private readonly LanguageJudge _language;
    private readonly SentimentJudge _sentiment;
    private readonly KindJudge _kinds;
    private readonly NeedJudge _need;
    private readonly Router _router;
    private readonly FindingsWriter _writer;
    private readonly ConcurrentBag<Workspace> _spaces = [];
    private readonly Func<Workspace> _newSpace;
    private readonly CorrectionJudge _corrections;
    private readonly CorrectionLayer _layer = CorrectionLayer.None;

    private Triager(TriagerOptions options)
    {
        var model = options.Model ?? TriageModel.Shipped;
        var policy = options.Policy.File;
        var (phrases, signals) = SignalCompiler.Compile(ShippedSignals.Phrases, policy);
        var labels = new LabelTable(signals, ShippedSignals.File);
        _scan = new TextScan(model, phrases, signals, LanguageLists.Shipped);
        _language = new LanguageJudge(LanguageLists.Shipped);
        _sentiment = new SentimentJudge(model);
        _kinds = new KindJudge(signals, labels, policy);
        _need = new NeedJudge(signals, labels, policy.ReachWeight);
        _router = new Router(policy, signals, labels, ShippedSignals.Claiming);
        var holidays = options.BankHolidays ?? BankHolidays.Shipped;
        Duties = new ObligationClock(options.Obligations ?? ObligationRules.Shipped, holidays, options.Nation, options.Zone);
        var service = new ServiceClock(policy, holidays, options.Nation, options.Zone);
        _writer = new FindingsWriter(policy, _router, Duties, service, new Offers(policy, labels), new EvidenceFinder(signals, labels));
        _corrections = new CorrectionJudge(_sentiment, ShippedSignals.Claiming);
        _newSpace = () => new Workspace(Judge);
        Options = options;
        Themes = [.. model.Heads.Where(head => !SentimentJudge.IsSentiment(head)).SelectMany(head => head.Labels).Select(label => label.Name).Distinct()];
    }

    private Triager(Triager compiled, CorrectionLayer layer)
    {
        (_scan, _language, _sentiment, _kinds, _need) = (compiled._scan, compiled._language, compiled._sentiment, compiled._kinds, compiled._need);
        (_router, _writer, _corrections, _layer, Options) = (compiled._router, compiled._writer, compiled._corrections, layer, compiled.Options);
        _newSpace = () => new Workspace(Judge);
        Themes = compiled.Themes;
        Duties = compiled.Duties;
    }

    /// <summary>The policy it follows.</summary>
    public TriagePolicy Policy => Options.Policy;

    internal TriagerOptions Options { get; }

    internal ObligationClock Duties { get; }

    /// <summary>Every theme that its model can find.</summary>
    public IReadOnlyList<string> Themes { get; }

    /// <summary>Compiles a triager; takes some tens of milliseconds.</summary>
    /// <param name="options">What it is made of.</param>
    /// <exception cref="OptionsValidationException">The nation or the zone is not known; every fault is named.</exception>
    public static Triager Create(TriagerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Nations.Faults(options.Nation, options.Zone).ToArray() is { Length: > 0 } faults)
        {
            throw new OptionsValidationException(nameof(TriagerOptions), typeof(TriagerOptions), faults);
        }

        return new Triager(options);
    }

    /// <summary>
    /// Compiles a triager with the model, rules and calendars in this package; once for each policy, nation and zone, for
    /// whoever asks again shares it.
    /// </summary>
    /// <param name="policy">Who gets which message.</param>
    /// <param name="nation"><c>england</c>, <c>wales</c>, <c>scotland</c> or <c>northern-ireland</c>.</param>
    /// <param name="zone">As <c>Europe/London</c>.</param>
    /// <exception cref="OptionsValidationException">The nation or the zone is not known; every fault is named.</exception>
    public static Triager Create(TriagePolicy policy, string nation, string zone)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Compiled.GetOrAdd(
            (nation, zone), static (where, policy) => Create(new TriagerOptions { Policy = policy, Nation = where.Nation, Zone = where.Zone }), policy);
    }

    /// <summary>The same, going by what people corrected. Costs nothing: all that was compiled is shared.</summary>
    internal Triager With(CorrectionLayer layer) => layer == _layer ? this : new Triager(this, layer);

    /// <summary>Judges a message, with reasons, duties and evidence.</summary>
    /// <param name="message">A message that was heard.</param>
    public TriagedMessage Triage(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var space = _spaces.TryTake(out var used) ? used : _newSpace();
        var context = new MessageContext(message.Source, message.Author, Decided: _layer.DecidedOf(message.Id, message.Edition));
        Judge(message.Text, in context, space.Result);
        var findings = _writer.Write(message.Text, message.At, in context, space);
        _spaces.Add(space);
        return new TriagedMessage(message, findings);
    }

    /// <summary>Judges a message that the host keeps itself, beside the ledger.</summary>
    /// <param name="item">The message.</param>
    /// <param name="source">Where it came from, as rules may name it.</param>
    public TriagedMessage Triage(SourceItem item, string source)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(source);
        return Triage(Message.Of(source, item));
    }

    /// <summary>
    /// Judges words alone, without allocating: no reasons, no duties, no evidence, and nothing that hangs on the source
    /// or the author.
    /// </summary>
    /// <param name="text">Any text, well-formed or not; over 16,384 UTF-16 units its head and tail are read.</param>
    /// <param name="result">Overwritten; one per thread.</param>
    public void Triage(ReadOnlySpan<char> text, TriageResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Judge(text, default, result);
    }

    /// <summary>Judges the answer to a question of a survey, without allocating.</summary>
    /// <param name="text">As above.</param>
    /// <param name="question">The question, as the model's training data has it; one that it never met changes nothing.</param>
    /// <param name="result">Overwritten; one per thread.</param>
    public void Triage(ReadOnlySpan<char> text, string question, TriageResult result)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(result);
        Judge(text, new MessageContext(null, null, question), result);
    }

    private void Judge(ReadOnlySpan<char> text, in MessageContext context, TriageResult result)
    {
        var scan = result.Begin(_scan.Stride);
        _scan.Read(text, context.Question, scan);
        result.WasCut = scan.Cut;
        result.Doubts |= scan.Cut ? Doubts.Cut : Doubts.None;
        result.Language = _language.Name(scan.Votes, scan.Words, scan.Known, scan.ForeignLetters, scan.ForeignSample);
        result.Doubts |= result.Language == LanguageJudge.English || scan.Words == 0 ? Doubts.None : Doubts.Language;
        result.Local.Begin(_layer, text);
        _sentiment.Judge(scan, context.Question, result);
        var corrected = _layer != CorrectionLayer.None || context.Decided is not null;
        if (corrected)
        {
            _corrections.JudgeContent(scan, in context, result);
        }

        _kinds.Judge(scan, in context, result);
        if (corrected)
        {
            _corrections.JudgeKinds(scan, in context, result);
            _kinds.Recount(result);
        }

        _need.Judge(scan, in context, result);
        FindPersonalData(text, scan, result);
        _router.Route(scan, in context, result);
    }

    /// <summary>Of a text that was cut, all is searched: what is left out of a judgement may still not leave the house.</summary>
    private static void FindPersonalData(ReadOnlySpan<char> text, ScanState scan, TriageResult result)
    {
        var (signs, cues) = (scan.SawDigitOrAt || scan.Cut, scan.SawNameCue || scan.Cut);
        if (signs || cues)
        {
            result.PersonalDataBag.Fill(PersonalDataFinder.Find(text, result.PersonalDataBag.Room, signs, cues));
        }
    }
}
