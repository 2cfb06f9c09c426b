using Microsoft.Extensions.AI;

namespace Comms.Core.Tests.Ai;

/// <summary>A chat model that answers what it is told to, and keeps what it was asked.</summary>
internal sealed class FakeChat(Func<CancellationToken, Task<ChatResponse>> answer)
{
    private int _calls;

    public FakeChat(string answer)
        : this(_ => Task.FromResult(Reply(answer)))
    {
    }

    public IChatClient Client => new Line(this);

    public int Calls => Volatile.Read(ref _calls);

    public TaskCompletionSource Asked { get; } = new();

    public List<string> Heard { get; } = [];

    public ChatOptions? Options { get; private set; }

    public static ChatResponse Reply(string text, long? tokens = 120) => new(new ChatMessage(ChatRole.Assistant, text))
    {
        ModelId = "test-model-1",
        Usage = tokens is null ? null : new UsageDetails { TotalTokenCount = tokens },
    };

    private Task<ChatResponse> Ask(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancel)
    {
        Interlocked.Increment(ref _calls);
        lock (Heard)
        {
            Heard.AddRange(messages.Select(message => message.Text));
        }

        Options = options;
        Asked.TrySetResult();
        return answer(cancel);
    }

    private sealed class Line(FakeChat chat) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            chat.Ask(messages, options, cancellationToken);

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
