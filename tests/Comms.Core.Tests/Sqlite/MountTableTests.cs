using Comms.Core.Sqlite;
using Xunit;

namespace Comms.Core.Tests.Sqlite;

public sealed class MountTableTests
{
    private static readonly string[] Mounts =
    [
        "/dev/sda1 / ext4 rw 0 0",
        "server:/home /home nfs4 rw 0 0",
        "/dev/sdb1 /home/local xfs rw 0 0",
        "//server/share /mnt/with\\040blank cifs rw 0 0",
        "user@server: /mnt/ssh fuse.sshfs rw 0 0",
        "/dev/sdc1 /mnt/usb fuseblk rw 0 0",
        "portal /run/doc fuse.portal rw 0 0",
        "server:/old /srv nfs rw 0 0",
        "/dev/sdd1 /srv ext4 rw 0 0",
        "broken",
    ];

    [Theory]
    [InlineData("/var/lib", null)]
    [InlineData("/home", "nfs4")]
    [InlineData("/home/comms", "nfs4")]
    [InlineData("/homestead", null)]
    [InlineData("/home/local/comms", null)]
    [InlineData("/mnt/with blank/comms", "cifs")]
    [InlineData("/mnt/ssh", "fuse.sshfs")]
    [InlineData("/mnt/usb", null)]
    [InlineData("/run/doc", null)]
    [InlineData("/srv/comms", null)]
    public void The_innermost_and_last_mount_decides(string path, string? type) =>
        Assert.Equal(type, MountTable.NetworkedType(path, Mounts));
}
