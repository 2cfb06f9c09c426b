using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.PostgreSql.Migrations;
using Npgsql;
using Xunit;

namespace Comms.Core.Tests.PostgreSql;

public sealed class OpeningTests : IAsyncDisposable
{
    private readonly TestSchema _schema = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_ledger_may_be_opened_by_many_hosts_at_once()
    {
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _schema.OpenAsync(Cancel))));

        var made = await Task.WhenAll(ledgers.Select((ledger, number) => Records.CreateAsync(ledger, $"{number}", 1).AsTask()));
        Assert.All(made, result => Assert.True(result.Committed));
        Assert.Equal(8, await Records.CountAsync(ledgers[0]));
        foreach (var ledger in ledgers)
        {
            await ledger.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_older_layout_is_brought_up_to_date_and_keeps_its_records()
    {
        await using (var server = new Server(_schema.Options))
        {
            await Migrator.MigrateAsync(server, 2, Cancel);
        }

        await _schema.RunAsync($"INSERT INTO {_schema.Name}.record (position, key, kind, id, revision, content) VALUES (1, sha256('thing\\000old'), 'thing', 'old', 3, 'x')");
        await using var ledger = await _schema.OpenAsync(Cancel);

        Assert.Equal(3, (await ledger.FindAsync(new RecordKey("thing", "old"), Cancel))?.Revision);
        Assert.Equal(Migrator.Newest, await _schema.AskAsync<int>($"SELECT version FROM {_schema.Name}.layout"));
    }

    [Fact]
    public async Task A_newer_layout_that_only_adds_is_used_and_one_that_forbids_it_is_left_alone()
    {
        await (await _schema.OpenAsync(Cancel)).DisposeAsync();
        await _schema.RunAsync($"UPDATE {_schema.Name}.layout SET version = 99; ALTER TABLE {_schema.Name}.record ADD COLUMN later text");
        await using (var ledger = await _schema.OpenAsync(Cancel))
        {
            Assert.True((await Records.CreateAsync(ledger, "a", 1)).Committed);
            Assert.Single(await Records.ClaimAsync(ledger));
        }

        await _schema.RunAsync($"UPDATE {_schema.Name}.layout SET oldest = 99");
        var refusal = await Assert.ThrowsAsync<LedgerException>(() => _schema.OpenAsync(Cancel));
        Assert.Equal(LedgerFault.Newer, refusal.Fault);
        Assert.Contains("layout 99", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_keep_every_character_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync("ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");

        var refusal = await RefusesAsync(database.ConnectionString);

        Assert.Contains("not as UTF8", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Port", "1", "cannot be reached")]
    [InlineData("Password", "not-the-secret", "does not let this user in")]
    [InlineData("Database", "nowhere", "There is no database")]
    public async Task What_keeps_it_from_opening_is_said_without_the_secret(string setting, string value, string words)
    {
        var settings = new NpgsqlConnectionStringBuilder(_schema.Options.ConnectionString) { [setting] = value };

        var refusal = await RefusesAsync(settings.ConnectionString);

        Assert.Equal(LedgerFault.Unavailable, refusal.Fault);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(settings.Password!, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_only_reads_is_said_to_be_so()
    {
        var settings = new NpgsqlConnectionStringBuilder(_schema.Options.ConnectionString) { Options = "-c default_transaction_read_only=on" };

        Assert.Contains("read-only", (await RefusesAsync(settings.ConnectionString)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("Comms")]
    [InlineData("a;DROP TABLE record")]
    public async Task A_schema_that_is_no_plain_name_is_the_callers_fault(string schema) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await PostgreSqlLedger.OpenAsync(_schema.Options with { Schema = schema }, Cancel));

    [Fact]
    public void The_options_do_not_show_the_secret() =>
        Assert.DoesNotContain(new NpgsqlConnectionStringBuilder(_schema.Options.ConnectionString).Password!, _schema.Options.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_called_after_the_end_says_so()
    {
        var ledger = await _schema.OpenAsync(Cancel);
        await ledger.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Records.CreateAsync(ledger, "a", 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Records.ClaimAsync(ledger));
    }

    public async ValueTask DisposeAsync() => await _schema.DisposeAsync();

    private Task<LedgerException> RefusesAsync(string connection) => Assert.ThrowsAsync<LedgerException>(
        async () => await PostgreSqlLedger.OpenAsync(new PostgreSqlLedgerOptions { ConnectionString = connection, Schema = _schema.Name }, Cancel));
}
