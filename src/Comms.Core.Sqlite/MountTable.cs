using Comms.Core.Ledger;

namespace Comms.Core.Sqlite;

/// <summary>
/// Refuses network file systems: their locks cannot be trusted, and a ledger that two machines write at once is lost
/// (https://sqlite.org/howtocorrupt.html, section 2.1).
/// </summary>
internal static class MountTable
{
    private const string Mounts = "/proc/mounts";

    private static readonly string[] Networked =
        ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "davfs"];

    private static readonly string[] NetworkedByFuse =
        ["sshfs", "smbnetfs", "glusterfs", "s3fs", "gcsfuse", "rclone", "davfs", "davfs2", "blobfuse", "blobfuse2", "ceph", "mfs"];

    /// <exception cref="LedgerException">The file would lie on a network file system.</exception>
    public static void Refuse(string file)
    {
        var system = SystemOf(file);
        if (system is not null)
        {
            throw new LedgerException(
                LedgerFault.Unavailable,
                $"The ledger {file} would lie on a network file system ({system}), whose locks cannot be trusted. Name a file on a disk of this machine, or use the ledger for many hosts.");
        }
    }

    /// <summary>The type of the network file system that holds a path; null when the path is local or nothing is known.</summary>
    /// <param name="path">Absolute, with links resolved.</param>
    /// <param name="mounts">Lines as in <c>/proc/mounts</c>; of equal mount points the last is on top.</param>
    public static string? NetworkedType(string path, IEnumerable<string> mounts)
    {
        var (longest, type) = (0, "");
        foreach (var fields in mounts.Select(line => line.Split(' ')).Where(fields => fields.Length > 2))
        {
            var point = Unescape(fields[1]);
            if (point.Length >= longest && Holds(point, path))
            {
                (longest, type) = (point.Length, fields[2]);
            }
        }

        return IsNetworked(type) ? type : null;
    }

    private static string? SystemOf(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsLinux() && File.Exists(Mounts))
        {
            return NetworkedType(Resolve(folder), File.ReadLines(Mounts));
        }

        var root = Path.GetPathRoot(file)!;
        return root.StartsWith(@"\\", StringComparison.Ordinal) || new DriveInfo(root).DriveType == DriveType.Network ? root : null;
    }

    private static string Resolve(string folder)
    {
        var parent = Path.GetDirectoryName(folder);
        if (parent is null)
        {
            return folder;
        }

        var here = Path.Combine(Resolve(parent), Path.GetFileName(folder));
        var target = new DirectoryInfo(here);
        return target.LinkTarget is null ? here : target.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here;
    }

    private static bool Holds(string point, string path) =>
        point == "/" || path == point || path.StartsWith(point + "/", StringComparison.Ordinal);

    private static bool IsNetworked(string type) =>
        Networked.Contains(type)
        || (type.StartsWith("fuse.", StringComparison.Ordinal) && NetworkedByFuse.Contains(type[5..]));

    // The kernel writes blanks in mount points as octal escapes.
    private static string Unescape(string point) =>
        point.Replace("\\040", " ", StringComparison.Ordinal)
            .Replace("\\011", "\t", StringComparison.Ordinal)
            .Replace("\\134", "\\", StringComparison.Ordinal);
}
