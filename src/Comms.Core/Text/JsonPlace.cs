using System.Text;

namespace Comms.Core.Text;

/// <summary>Finds the line of a file on which given words stand one after another, each as a JSON string.</summary>
internal static class JsonPlace
{
    /// <summary>The line from 1 of a byte.</summary>
    public static int At(ReadOnlySpan<byte> json, int place) => json[..place].Count((byte)'\n') + 1;

    /// <summary>The line from 1 of the last of <paramref name="words"/>, each looked for after the one before it.</summary>
    public static int Of(ReadOnlySpan<byte> json, IReadOnlyList<string> words)
    {
        var at = 0;
        foreach (var word in words)
        {
            var found = json[at..].IndexOf(Encoding.UTF8.GetBytes($"\"{word}\""));
            at += Math.Max(0, found);
        }

        return At(json, at);
    }
}
