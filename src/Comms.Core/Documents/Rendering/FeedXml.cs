using System.Text;
using System.Xml;

namespace Comms.Core.Documents.Rendering;

/// <summary>XML in the one form that the same feed always has.</summary>
internal static class FeedXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
    };

    public static string Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            write(xml);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
