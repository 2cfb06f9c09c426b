using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Publishing;

namespace Comms.Core.Tests.Publishing;

/// <summary>Publishing alone, put together as the engine does.</summary>
internal sealed record PublishingParts(ILedger Ledger, IEnumerable<IChannel> Channels, TimeProvider Clock, LedgerTime Time, PublishingOptions Options, string Host)
{
    public IMediaStore Media { get; init; } = new InMemoryMediaStore();

    public IHighWaterMarker? Marker { get; init; }

    public SensitivePeriods Periods { get; init; } = SensitivePeriods.None;

    public PublishingDesk Desk()
    {
        var directory = new ChannelDirectory(Channels);
        var guard = new RestoreGuard(Ledger, Time, Marker);
        var pipelines = new SendPipelines(Options, Clock, Telemetry.Engine);
        var gate = new SendGate(Ledger, Periods, (_, _) => ValueTask.FromResult<string?>(null), (_, _) => ValueTask.FromResult(false));
        var sender = new DeliverySender(Ledger, Media, directory, new EnvironmentCredentials(), Time, Options, pipelines, guard, gate);
        var wake = new Wake(Ledger, Time);
        var dispatcher = new Dispatcher(Ledger, sender, guard, new DeliveryWatch(Telemetry.Engine, directory, Time), Time, wake, Options, Host);
        return new PublishingDesk(Ledger, new RoleAuthorizer(), Clock, directory, dispatcher, guard, pipelines, Telemetry.Engine, wake);
    }
}
