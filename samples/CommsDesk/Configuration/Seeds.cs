using System.Text;

namespace CommsDesk.Configuration;

/// <summary>The defaults that are embedded in the desk: a made-up trust, its policy, and a week of its messages.</summary>
internal static class Seeds
{
    public static Stream Open(string name) =>
        typeof(Seeds).Assembly.GetManifestResourceStream($"seeds/{name}")
        ?? throw new InvalidOperationException($"The seed {name} is not embedded.");

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
