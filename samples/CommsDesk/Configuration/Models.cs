using Comms.Core.Triage.Models;

namespace CommsDesk.Configuration;

/// <summary>Models as the user names them: a file, or <c>shipped</c>.</summary>
internal static class Models
{
    public const string Shipped = "shipped";

    /// <exception cref="ModelException">The file is no model that can be read.</exception>
    public static TriageModel Read(string name)
    {
        if (name == Shipped)
        {
            return TriageModel.Shipped;
        }

        using var file = File.OpenRead(name);
        return TriageModel.Read(file);
    }
}
