using System.Threading.Channels;
using Comms.Core.Ledger;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Reading;

/// <summary>
/// Finds single records for all callers of this process. What is asked while the server answers shares the next question, so
/// that hundreds of callers need two connections and the server is asked a hundredth as often; an answer is never older than
/// its question.
/// </summary>
internal sealed class Finder : IAsyncDisposable
{
    private const int Askers = 2;
    private const int MostKeys = 128;
    private const string Find = "SELECT " + RecordRow.Columns + " FROM comms.record WHERE key = ANY ($1)";

    private readonly Channel<Question> _questions = Channel.CreateUnbounded<Question>();
    private readonly Server _server;
    private readonly Task[] _askers;

    public Finder(Server server)
    {
        _server = server;
        _askers = [.. Enumerable.Range(0, Askers).Select(_ => Task.Run(DrainAsync))];
    }

    public async ValueTask<LedgerRecord?> FindAsync(RecordKey key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var question = new Question(key, cancel);
        ObjectDisposedException.ThrowIf(!_questions.Writer.TryWrite(question), typeof(PostgreSqlLedger));
        return await question.Answer.WaitAsync(cancel).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _questions.Writer.TryComplete();
        await Task.WhenAll(_askers).ConfigureAwait(false);
    }

    private async Task DrainAsync()
    {
        while (await _questions.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            await AskAsync(Gather()).ConfigureAwait(false);
        }
    }

    private List<Question> Gather()
    {
        var questions = new List<Question>();
        while (questions.Count < MostKeys && _questions.Reader.TryRead(out var question))
        {
            if (!question.IsGivenUp)
            {
                questions.Add(question);
            }
        }

        return questions;
    }

    private async ValueTask AskAsync(List<Question> questions)
    {
        if (questions.Count == 0)
        {
            return;
        }

        try
        {
            var keys = questions.Select(question => question.Key).Distinct().Select(KeyHash.Of).ToArray();
            var found = await _server.ListAsync(
                Find, parameters => parameters.Add(NpgsqlDbType.Array | NpgsqlDbType.Bytea, keys), RecordRow.Read, CancellationToken.None).ConfigureAwait(false);
            var records = found.ToDictionary(record => record.Key);
            questions.ForEach(question => question.Tell(records.GetValueOrDefault(question.Key)));
        }
        catch (Exception fault)
        {
            // Whatever it was, the next question is asked; those who asked this one get it.
            questions.ForEach(question => question.Fail(fault));
        }
    }

    private sealed class Question(RecordKey key, CancellationToken cancel)
    {
        private readonly TaskCompletionSource<LedgerRecord?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public RecordKey Key => key;

        public bool IsGivenUp => cancel.IsCancellationRequested;

        public Task<LedgerRecord?> Answer => _answer.Task;

        public void Tell(LedgerRecord? record) => _answer.SetResult(record);

        public void Fail(Exception fault) => _answer.SetException(fault);
    }
}
