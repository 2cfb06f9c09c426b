using CommsDesk.Input;

namespace CommsDesk.Demo;

/// <summary>
/// The demo's own folder. A second run begins afresh, and only ever removes what an earlier demo wrote: a folder without
/// its mark that already holds such names is refused.
/// </summary>
internal sealed class DemoFolder
{
    private const string Mark = ".comms-demo";
    private static readonly string[] Own =
    [
        "comms.db", "comms.db-wal", "comms.db-shm", "posts", "roundups", "triaged.jsonl", "cases.jsonl", "set-aside.jsonl", "audit.jsonl",
        "scores.md", "scores.html",
    ];

    public DemoFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
        var present = Own.Select(In).Where(System.IO.Path.Exists).ToList();
        if (present.Count > 0 && !File.Exists(In(Mark)))
        {
            throw new InputException($"{Path} holds {System.IO.Path.GetFileName(present[0])}, which no demo wrote: choose another --out");
        }

        foreach (var own in present)
        {
            Remove(own);
        }

        File.WriteAllText(In(Mark), "The demo may remove what it wrote here.\n");
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
