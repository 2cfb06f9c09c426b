using Comms.Core.Authoring;
using Comms.Core.Cases.Sinks;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Triage;
using Comms.Core.Triage.Opinions;

namespace Comms.Core;

/// <summary>Everything an engine is made of, checked and complete.</summary>
internal sealed record EngineParts(
    CommsOptions Options,
    TimeProvider Clock,
    ILedger Ledger,
    IMediaStore Media,
    IAuthorizer Authorizer,
    ICredentialSource Credentials,
    ChannelDirectory Channels,
    IReadOnlyList<IMessageSource> Sources,
    IHighWaterMarker? Marker,
    TriagePolicy Policy,
    ISecondOpinion? Opinion,
    OpinionOptions OpinionOptions,
    TextMark? Mark,
    IReadOnlyList<ICaseSink> CaseSinks);
