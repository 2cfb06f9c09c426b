using System.Text.Json.Serialization;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Text;

namespace Comms.Core.Triage;

/// <summary>How a triaged message lies in the ledger, version 4, and how it comes back. Version 3 had no groups, version 2 no service and no place, version 1 no opinion, no service level, no offers.</summary>
internal static class TriagedMessageRecord
{
    private const int Version = 4;

    public static byte[] Seal(TriagedMessage message) =>
        StoredRecord.Seal(TriagedMessage.Kind, Version, ToBody(message), TriagedMessageJson.Default.TriagedMessageBody);

    /// <exception cref="LedgerException">The record is damaged, of another kind, or of a newer version.</exception>
    public static TriagedMessage Open(LedgerRecord record) =>
        Rehydrate(StoredRecord.Open(record, Version, TriagedMessageJson.Default.TriagedMessageBody));

    private static TriagedMessageBody ToBody(TriagedMessage message) => new(
        message.MessageId,
        message.Source,
        message.At,
        message.Text,
        message.Author,
        message.Act,
        message.InReplyTo,
        message.Url,
        new FindingsBody(
            message.Findings.Language,
            message.Findings.Sentiment,
            message.Findings.Kinds,
            message.Findings.Themes,
            message.Findings.Urgency,
            message.Findings.UrgencyConfidence,
            message.Findings.Flags,
            message.Findings.PersonalData,
            message.Findings.Routes,
            message.Findings.Obligations,
            message.Findings.Priority,
            message.Findings.NeedsHuman,
            message.Findings.Why,
            message.Findings.Evidence,
            message.Findings.ServiceLevel,
            message.Findings.Signposts,
            message.Findings.SuggestedAnswers,
            message.Findings.ReplyIn,
            message.Findings.Reach,
            message.Findings.Opinion),
        message.Service,
        message.Place,
        message.Groups.Count == 0 ? null : message.Groups);

    private static TriagedMessage Rehydrate(TriagedMessageBody body) => new(
        body.MessageId,
        body.Source,
        body.At,
        body.Text,
        body.Author,
        body.Act,
        body.InReplyTo,
        body.Url,
        body.Service,
        body.Place,
        new TriageFindings
        {
            Language = body.Findings.Language,
            Sentiment = body.Findings.Sentiment,
            Kinds = body.Findings.Kinds,
            Themes = body.Findings.Themes,
            Urgency = body.Findings.Urgency,
            UrgencyConfidence = body.Findings.UrgencyConfidence,
            Flags = body.Findings.Flags,
            PersonalData = body.Findings.PersonalData,
            Routes = body.Findings.Routes,
            Obligations = body.Findings.Obligations,
            Priority = body.Findings.Priority,
            NeedsHuman = body.Findings.NeedsHuman,
            Why = body.Findings.Why,
            Evidence = body.Findings.Evidence,
            Opinion = body.Findings.Opinion,
            ServiceLevel = body.Findings.ServiceLevel,
            Signposts = body.Findings.Signposts ?? [],
            SuggestedAnswers = body.Findings.SuggestedAnswers ?? [],
            ReplyIn = body.Findings.ReplyIn,
            Reach = body.Findings.Reach,
        })
    {
        Groups = body.Groups ?? [],
    };
}

internal sealed record TriagedMessageBody(
    string MessageId,
    string Source,
    DateTimeOffset At,
    string Text,
    Author? Author,
    Act Act,
    string? InReplyTo,
    string? Url,
    FindingsBody Findings,
    string? Service = null,
    string? Place = null,
    IReadOnlyList<string>? Groups = null);

// Version 1 ended with the evidence.
internal sealed record FindingsBody(
    string Language,
    Sentiment Sentiment,
    IReadOnlyList<Label> Kinds,
    IReadOnlyList<Label> Themes,
    Urgency Urgency,
    float UrgencyConfidence,
    IReadOnlyList<string> Flags,
    IReadOnlyList<PersonalData> PersonalData,
    IReadOnlyList<Route> Routes,
    IReadOnlyList<Obligation> Obligations,
    int Priority,
    bool NeedsHuman,
    IReadOnlyList<string> Why,
    IReadOnlyList<Evidence> Evidence,
    ServiceLevel? ServiceLevel = null,
    IReadOnlyList<Signpost>? Signposts = null,
    IReadOnlyList<SuggestedAnswer>? SuggestedAnswers = null,
    string? ReplyIn = null,
    int Reach = 0,
    Opinion? Opinion = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TriagedMessageBody))]
internal sealed partial class TriagedMessageJson : JsonSerializerContext;
