using System.Globalization;
using Comms.Core.Cases.Alerts;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Sqlite;

namespace Comms.Core.Benchmarks;

/// <summary>100,000 open cases in a ledger, heard and triaged as any message is. Made once for each ledger, and left to the end of the process.</summary>
internal sealed class CaseLoad
{
    public const int Open = 100_000;
    public const int Overdue = 1_000;
    private const int Emergencies = 50;
    private const int AtOnce = 10_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<bool, Task<CaseLoad>> Made = [];
    private readonly HandClock _clock = new(Now);
    private readonly InMemoryChannel _pager = new("pager");

    private CaseLoad(ILedger ledger, IMediaStore media, InMemorySource inbox) => Engine = new CommsBuilder()
        .UseClock(_clock).UseLedger(ledger, media).AddSource(inbox).AddChannel(_pager)
        .Configure(options => options with
        {
            OnCall = new OnCallOptions { Rotas = [new OnCallRota { Team = OnCallOptions.AnyTeam, Contacts = [new OnCallContact("duty", "pager")] }] },
        })
        .Build();

    public static DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public CommsEngine Engine { get; }

    public static Task<CaseLoad> OnAsync(bool sqlite) => Made.TryGetValue(sqlite, out var made) ? made : Made[sqlite] = MakeAsync(sqlite);

    /// <summary>An hour later, everyone on call is told of every emergency again.</summary>
    public async Task<int> TellAsync()
    {
        var before = _pager.Posts.Count;
        _clock.Advance(TimeSpan.FromHours(1));
        await Engine.Cases.RunDueAsync();
        return _pager.Posts.Count - before is Emergencies and var told ? told : throw new InvalidOperationException("Not everyone was told.");
    }

    private static async Task<CaseLoad> MakeAsync(bool sqlite)
    {
        var inbox = new InMemorySource("inbox");
        var (ledger, media) = sqlite ? await SqliteAsync() : await PostgreSqlAsync();
        var load = new CaseLoad(ledger, media, inbox);
        for (var first = 0; first < Open; first += AtOnce)
        {
            foreach (var number in Enumerable.Range(first, AtOnce))
            {
                inbox.Add(new SourceEvent.Posted(Item(number)));
            }

            while (!(await load.Engine.RunDueAsync()).Idle)
            {
            }
        }

        return load;
    }

    private static async Task<(ILedger, IMediaStore)> SqliteAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("comms-benchmarks").FullName, "ledger.db");
        return (await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = path }, CancellationToken.None), new InMemoryMediaStore());
    }

    private static async Task<(ILedger, IMediaStore)> PostgreSqlAsync()
    {
        var options = new PostgreSqlLedgerOptions { ConnectionString = TestServer.Connection, Schema = $"c_{Environment.ProcessId}" };
        return (await PostgreSqlLedger.OpenAsync(options, CancellationToken.None), new InMemoryMediaStore());
    }

    /// <summary>Requests for information: the first of them of the spring and so overdue, then some who cry for help, the rest of these days.</summary>
    private static SourceItem Item(int number) => new()
    {
        Id = number.ToString("D6", CultureInfo.InvariantCulture),
        Text = number is >= Overdue and < Overdue + Emergencies
            ? $"I have chest pain and cannot breathe, ward {number}, please help"
            : $"This is a request under the Freedom of Information Act: what does parking at gate {number} cost?",
        At = number < Overdue ? Now.AddDays(-200).AddMinutes(number) : Now.AddDays(-1).AddSeconds(-number % 3600),
    };

    private sealed class HandClock(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset _now = now;

        public void Advance(TimeSpan by) => _now += by;

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
