using System.Text.Json;
using Comms.Core.Stories;

namespace CommsDesk.Input;

/// <summary>A story given as JSON: a document, or one that was exported.</summary>
internal static class StoryInput
{
    /// <summary>Reads it.</summary>
    /// <param name="path">The file; - for the pipe.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="InputException">There is no such file, it holds no story, or what was exported was changed.</exception>
    public static async Task<Story> ReadAsync(string path, CancellationToken cancel)
    {
        var json = await DocumentInput.BytesAsync(path, cancel);
        if (!IsExported(json))
        {
            return StoryComposer.Compose(await DocumentInput.OfAsync(path, json));
        }

        return StoryArchive.Read(json) switch
        {
            StoryReading.Read { Story: var story } => story,
            StoryReading.Unreadable { Reason: var reason } => throw new InputException($"{DocumentInput.Name(path)}: {reason}"),
            _ => throw new InvalidOperationException("A reading has no other outcome."),
        };
    }

    private static bool IsExported(byte[] json)
    {
        try
        {
            using var form = JsonDocument.Parse(json);
            return form.RootElement.ValueKind == JsonValueKind.Object && form.RootElement.TryGetProperty("orderedItems", out _);
        }
        catch (JsonException)
        {
            // The reader of documents says what is wrong with it.
            return false;
        }
    }
}
