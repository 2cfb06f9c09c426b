using Comms.Core.Triage.Opinions;
using Microsoft.Extensions.AI;

namespace Comms.Core.Ai;

/// <summary>
/// Asks a chat model for a second opinion. Sends what <see cref="OpinionRequest"/> holds, instructions and nothing else,
/// at temperature 0 and without tools; the same client and request give the same answer. Thread-safe if its client is.
/// </summary>
public sealed class ChatSecondOpinion : ISecondOpinion
{
    private readonly IChatClient _client;
    private readonly string? _modelId;

    /// <summary>Makes an opinion of a client.</summary>
    /// <param name="client">Disposed of by who made it.</param>
    /// <param name="modelId">Which model to ask; null for the client's own.</param>
    public ChatSecondOpinion(IChatClient client, string? modelId = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        (_client, _modelId) = (client, modelId);
    }

    /// <inheritdoc/>
    /// <exception cref="System.Text.Json.JsonException">The answer is no JSON of the form asked for.</exception>
    public async ValueTask<OpinionAnswer?> AskAsync(OpinionRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _client.GetResponseAsync(
            [new ChatMessage(ChatRole.System, Prompt.Instructions), new ChatMessage(ChatRole.User, Prompt.Question(request))],
            new ChatOptions
            {
                ModelId = _modelId,
                Temperature = 0,
                MaxOutputTokens = request.LongestAnswer,
                ResponseFormat = ChatResponseFormat.Json,
                ToolMode = ChatToolMode.None,
            },
            cancel).ConfigureAwait(false);
        return response.FinishReason == ChatFinishReason.ContentFilter ? null : Answer(response);
    }

    private OpinionAnswer Answer(ChatResponse response)
    {
        var body = Reply.Read(response.Text);
        return new OpinionAnswer
        {
            Model = response.ModelId ?? _modelId ?? _client.GetService<ChatClientMetadata>()?.DefaultModelId ?? "a model without a name",
            Tokens = response.Usage?.TotalTokenCount,
            Sentiment = body.Sentiment,
            Kinds = body.Kinds ?? [],
            Themes = body.Themes ?? [],
            Urgency = body.Urgency,
            Reason = body.Reason ?? "",
        };
    }
}
