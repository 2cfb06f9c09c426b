using Comms.Core.Cases.Consultations;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Cases;

public sealed partial class CaseDesk
{
    /// <summary>Logs what a journalist asked, or what came of it. A deadline puts the case among those that are due then.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="change">What is said of it; null leaves what is there.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> LogEnquiryAsync(string id, MediaEnquiry change, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(change);
        change.Check();
        return _changes.OfOneAsync(id, by, "log-enquiry", null, (now, _) => CaseLife.Log(now, change), cancel);
    }

    /// <summary>Says which questions of a consultation a case answers; what was found before gives way.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="response">The consultation and its questions, each known to <see cref="CommsOptions.Consultations"/>.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> LogResponseAsync(string id, ConsultationResponse response, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(by);
        return _changes.OfOneAsync(
            id, by, "log-response", $"{response.Consultation}: {string.Join(", ", response.Questions)}", (now, _) => CaseLife.Log(now, response, _responses), cancel);
    }

    /// <summary>Collects what came in to a consultation against its questions, from cases open and closed.</summary>
    /// <param name="consultation">The consultation.</param>
    /// <param name="by">As for <see cref="FindAsync"/>; what they may not see is counted and not shown.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public ValueTask<ConsultationReport> CollectAsync(Consultation consultation, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(by);
        return _consultations.ReadAsync(consultation, by, cancel);
    }
}
