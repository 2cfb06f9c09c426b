using Microsoft.Extensions.AI;

namespace Comms.Core.Tests.Ai;

/// <summary>A chat client that answers what it is told to, and keeps what it was asked.</summary>
internal sealed class FakeChat : IChatClient
{
    private readonly Func<CancellationToken, Task<ChatResponse>> _answer;
    private int _calls;

    private FakeChat(Func<CancellationToken, Task<ChatResponse>> answer) => _answer = answer;

    public int Calls => Volatile.Read(ref _calls);

    public TaskCompletionSource Asked { get; } = new();

    public List<string> Heard { get; } = [];

    public ChatOptions? Options { get; private set; }

    public static FakeChat Of(Func<CancellationToken, Task<ChatResponse>> answer) => new(answer);

    public static FakeChat Of(string answer) => new(_ => Task.FromResult(Reply(answer)));

    public static ChatResponse Reply(string text, long? tokens = 120) => new(new ChatMessage(ChatRole.Assistant, text))
    {
        ModelId = "test-model-1",
        Usage = tokens is null ? null : new UsageDetails { TotalTokenCount = tokens },
    };

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        Heard.AddRange(messages.Select(message => message.Text));
        Options = options;
        Asked.TrySetResult();
        return _answer(cancellationToken);
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
