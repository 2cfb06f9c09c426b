using Comms.Core;
using Comms.Core.Channels;
using Comms.Core.PostgreSql;
using Comms.Core.Publishing;

namespace MultiHost;

/// <summary>What all hosts share: the ledger, and the notice boards that they post to.</summary>
internal sealed record World(string Ledger, string Schema, string Folder)
{
    public const int Boards = 8;

    private string Calls => Path.Combine(Folder, "calls");

    public static string Board(int number) => $"board-{number % Boards}";

    public async Task<PostgreSqlLedger> OpenAsync() =>
        await PostgreSqlLedger.OpenAsync(new PostgreSqlLedgerOptions { ConnectionString = Ledger, Schema = Schema }, CancellationToken.None);

    /// <summary>Leases are short, so that what a killed host held is soon taken by another.</summary>
    public void Furnish(CommsBuilder comms, PostgreSqlLedger ledger, string host)
    {
        comms.Configure(options => options with
        {
            Host = host,
            Publishing = new PublishingOptions
            {
                Lease = TimeSpan.FromSeconds(10),
                SendTimeout = TimeSpan.FromSeconds(2),
                Settle = TimeSpan.FromSeconds(1),
                OnTime = TimeSpan.FromHours(1),
                Batch = 10,
            },
        });
        comms.UseLedger(ledger, ledger.Media);
        Directory.CreateDirectory(Calls);
        for (var number = 0; number < Boards; number++)
        {
            var board = new FolderChannel(Board(number), new FolderChannelOptions { Path = Path.Combine(Folder, Board(number)) });
            comms.AddChannel(new SlowBoard(board, Path.Combine(Calls, $"{host}-{Board(number)}.log")));
        }
    }

    /// <summary>Grows with every call that sends; opens no file, since hosts write to them.</summary>
    public long LengthOfCalls() => Directory.GetFiles(Calls).Sum(file => new FileInfo(file).Length);

    public int CountCalls() => Directory.GetFiles(Calls).Sum(file => File.ReadLines(file).Count());

    public IEnumerable<string> Files() =>
        Enumerable.Range(0, Boards).Select(number => Path.Combine(Folder, Board(number))).Where(Directory.Exists).SelectMany(board => Directory.GetFiles(board, "*.json"));
}
