using Comms.Core.Cases;
using Comms.Core.Cases.Sinks;
using Xunit;

namespace Comms.Core.Tests.Cases.Sinks;

/// <summary>Programs on one ledger that mirror its cases.</summary>
internal sealed class MirrorWorld
{
    public CaseWorld World { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string Refused(CaseResult result) => string.Join("; ", Assert.IsType<CaseResult.Refused>(result).Reasons);

    public static (CopyState, string?) Of(MirroredCase one) => (one.State, one.Reason);

    public static async Task<MirroredCase> OneAsync(CommsEngine engine, ICaseSink system) =>
        Assert.Single(await engine.CaseMirror.ListAsync(system.Id, Cancel).ToListAsync(Cancel));

    public CommsEngine Engine(params ICaseSink[] systems) => Engine("host", systems);

    public CommsEngine Engine(string host, params ICaseSink[] systems) => World.Another(comms =>
        systems.Aggregate(comms.Configure(options => options with { Host = host }), (so, system) => so.AddCaseSink(system)));

    /// <summary>A complaint is heard in one run.</summary>
    public async Task<string> HearAsync(CommsEngine engine, string id)
    {
        var message = World.Say(id, CaseWorld.Complaint);
        await engine.RunDueAsync(Cancel);
        return (await World.OwnAsync(message)).Id;
    }
}
