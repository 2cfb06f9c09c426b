using CommsDesk.Input;

namespace CommsDesk.Output;

/// <summary>
/// A folder that a command fills anew each time. It only ever removes what the same command wrote there earlier: a folder
/// without its mark that already holds such names is refused.
/// </summary>
internal sealed class OwnFolder
{
    /// <param name="path">Where; made when it is not there.</param>
    /// <param name="command">Who writes there, as <c>demo</c>.</param>
    /// <param name="names">The files and folders that it writes.</param>
    /// <exception cref="InputException">Someone else wrote something of these names.</exception>
    public OwnFolder(string path, string command, IReadOnlyList<string> names)
    {
        var mark = $".comms-{command}";
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
        var present = names.Select(In).Where(System.IO.Path.Exists).ToList();
        if (present.Count > 0 && !File.Exists(In(mark)))
        {
            throw new InputException($"{Path} holds {System.IO.Path.GetFileName(present[0])}, which no {command} wrote: choose another --out");
        }

        foreach (var own in present)
        {
            Remove(own);
        }

        File.WriteAllText(In(mark), $"The {command} may remove what it wrote here.\n");
    }

    public string Path { get; }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    private static void Remove(string own)
    {
        if (Directory.Exists(own))
        {
            Directory.Delete(own, recursive: true);
        }
        else
        {
            File.Delete(own);
        }
    }
}
