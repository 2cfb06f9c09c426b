using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Comms.Core.Channels;
using Comms.Core.EndToEnd.Processes;
using Comms.Core.KillHost;
using Comms.Core.Tests.Servers;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>What readers see of one request.</summary>
internal sealed record Seen(string Key, string Text, DateTimeOffset At);

/// <summary>
/// A real server of many accounts that knows nothing of the ledger. Its log of what readers see is the oracle; on the way it
/// answers badly, and kills who asks in the middle of a request, as each account's run says.
/// </summary>
internal sealed class BoardServer : IDisposable
{
    private static readonly TimeSpan SlowerThanTheDeadline = TimeSpan.FromSeconds(1.5);

    private readonly HttpListener _listener;
    private readonly Dictionary<string, Board> _boards;

    public BoardServer(IEnumerable<KillRun> runs)
    {
        _boards = runs.ToDictionary(run => run.Account, run => new Board(this, run), StringComparer.Ordinal);
        _listener = Loopback.Serve(context => Task.Run(() => AnswerAsync(context)), out var address);
        Address = address;
    }

    public string Address { get; }

    /// <summary>Called with the process that asks, once it is to be seen what it sent and before it is answered. Default: nothing.</summary>
    public Action<Process> Asked { get; set; } = _ => { };

    /// <returns>A file that names all accounts.</returns>
    public string List(TemporaryFolder folder)
    {
        var file = folder.In("accounts");
        File.WriteAllLines(file, _boards.Keys);
        return file;
    }

    public IReadOnlyList<Seen> SeenOn(string account) => _boards[account].Seen();

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var parts = context.Request.Url!.AbsolutePath.Trim('/').Split('/');
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var text = await reader.ReadToEndAsync();
            await (context.Request.HttpMethod switch
            {
                "POST" => _boards[parts[0]].PostAsync(context, parts[1], text),
                "GET" => EndAsync(context, _boards[parts[0]].Seen().Any(seen => seen.Key == parts[1]) ? 200 : 404),
                _ => EndAsync(context, 200),
            });
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException or ArgumentException)
        {
            // Whoever asked was killed: there is nobody to answer.
        }
    }

    private static async Task EndAsync(HttpListenerContext context, int status, string words = "", int missing = 0)
    {
        var bytes = Encoding.UTF8.GetBytes(words);
        context.Response.StatusCode = status;
        context.Response.ContentLength64 = bytes.Length + missing;
        await context.Response.OutputStream.WriteAsync(bytes);
        if (missing > 0)
        {
            await context.Response.OutputStream.FlushAsync();
            context.Response.Abort();
        }
        else
        {
            context.Response.Close();
        }
    }

    /// <summary>One account.</summary>
    private sealed class Board(BoardServer server, KillRun run)
    {
        private readonly Lock _gate = new();
        private readonly List<Seen> _seen = [];
        private int _requests;

        public IReadOnlyList<Seen> Seen()
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }

        public async Task PostAsync(HttpListenerContext context, string key, string text)
        {
            var request = Interlocked.Increment(ref _requests);
            var answer = request == 1 || run.FailsReplays ? run.Answer : Answer.Well;
            if (answer is Answer.TooManyWithoutRetryAfter or Answer.Unauthorised)
            {
                await EndAsync(context, answer == Answer.Unauthorised ? 401 : 429);
                return;
            }

            var isNew = answer == Answer.DropsUnread || Take(key, text);
            using var asking = Process.GetProcessById(int.Parse(context.Request.Headers["X-Process"]!, CultureInfo.InvariantCulture));
            server.Asked(asking);
            if (context.Request.Headers["X-Dies-At"] == $"{(request == 1 ? Step.WhileSending : Step.WhileSendingAgain)}")
            {
                asking.Kill();
            }

            await TellAsync(context, answer, key, isNew);
        }

        private async Task TellAsync(HttpListenerContext context, Answer answer, string key, bool isNew)
        {
            switch (answer)
            {
                case Answer.AcceptsThenDrops or Answer.DropsUnread:
                    await EndAsync(context, 200, missing: 50);
                    break;
                case Answer.AcceptsThen504:
                    await EndAsync(context, 504);
                    break;
                case Answer.AcceptsThenFailsReplays when !isNew:
                    await EndAsync(context, 500);
                    break;
                case Answer.AcceptsThenNamesADeadLink when !isNew:
                    context.Response.RedirectLocation = $"{server.Address}/{run.Account}/nothing-here";
                    await EndAsync(context, 409);
                    break;
                case Answer.AcceptsThenCutsShort or Answer.AcceptsThenFailsReplays or Answer.AcceptsThenNamesADeadLink:
                    await EndAsync(context, 200, key[..10], missing: 50);
                    break;
                case Answer.AcceptsThenIsSlow:
                    await Task.Delay(SlowerThanTheDeadline, TimeProvider.System);
                    await EndAsync(context, 200, key);
                    break;
                case var _ when !isNew && run.Idempotency == IdempotencyClass.CreateOnly:
                    await EndAsync(context, 409);
                    break;
                default:
                    await EndAsync(context, 200, key);
                    break;
            }
        }

        /// <returns>Whether readers see one more.</returns>
        private bool Take(string key, string text)
        {
            lock (_gate)
            {
                var known = (run.Idempotency is IdempotencyClass.ByKey or IdempotencyClass.CreateOnly || run.Answer == Answer.AcceptsThenNamesADeadLink) && _seen.Any(seen => seen.Key == key);
                if (!known)
                {
                    _seen.Add(new Seen(key, text, TimeProvider.System.GetUtcNow()));
                }

                return !known;
            }
        }
    }
}
