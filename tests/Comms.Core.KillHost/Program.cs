using System.Globalization;
using Comms.Core;
using Comms.Core.KillHost;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Publishing;
using Comms.Core.Sqlite;

// killhost LEDGER BOARDS ACCOUNTS ACCOUNT STEP: one host of the kill matrix. LEDGER is a file, or a connection string and a
// schema apart by a bar; BOARDS the server; ACCOUNTS a file with a line for each account. It dies at ACCOUNT's STEP; without
// reaching it, it ends when ACCOUNT has come to an end or waits. With the step None it runs until it is killed.
if (args is not [var ledger, var boards, var accounts, var account, var step])
{
    await Console.Error.WriteLineAsync("killhost LEDGER BOARDS ACCOUNTS ACCOUNT STEP");
    return 2;
}

var target = new Target(account, Enum.Parse<Step>(step));
var (store, media) = await OpenSoonAsync(ledger);
using var http = new HttpClient { BaseAddress = new Uri(boards + "/") };
var comms = new CommsBuilder().UseLedger(new SteppedLedger(store, target), media).Configure(options => options with
{
    Host = string.Create(CultureInfo.InvariantCulture, $"host-{Environment.ProcessId}"),
    Publishing = new PublishingOptions
    {
        Lease = TimeSpan.FromSeconds(10),
        SendTimeout = TimeSpan.FromSeconds(1),
        Settle = TimeSpan.Zero,
        OnTime = TimeSpan.FromHours(1),
        Batch = 4,
    },
});
foreach (var name in await File.ReadAllLinesAsync(accounts))
{
    comms.AddChannel(HttpBoard.Of(http, name, target));
}

var engine = comms.Build();

var (pause, longest) = target.Step == Step.None ? (TimeSpan.FromMilliseconds(250), TimeSpan.MaxValue) : (TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5));
var started = engine.Clock.GetTimestamp();
while (!target.IsOver && engine.Clock.GetElapsedTime(started) < longest)
{
    try
    {
        await engine.Publishing.RunDueAsync();
    }
    catch (CommsException)
    {
        // The ledger is away for a moment, as the tests want it: it is asked again.
    }

    await Task.Delay(pause, engine.Clock);
}

return 0;

static async Task<(ILedger Ledger, IMediaStore Media)> OpenSoonAsync(string where)
{
    while (true)
    {
        try
        {
            return await OpenAsync(where);
        }
        catch (LedgerException)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        }
    }
}

static async Task<(ILedger Ledger, IMediaStore Media)> OpenAsync(string where)
{
    if (where.Split('|') is [var connection, var schema])
    {
        var shared = await PostgreSqlLedger.OpenAsync(new PostgreSqlLedgerOptions { ConnectionString = connection, Schema = schema }, CancellationToken.None);
        return (shared, shared.Media);
    }

    var file = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = where }, CancellationToken.None);
    return (file, file.Media);
}
