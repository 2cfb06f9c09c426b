using System.Security.Cryptography;
using System.Text;
using Comms.Core.Ledger;

namespace Comms.Core.PostgreSql;

/// <summary>
/// The SHA-256 of a kind and a name of that kind: names may have 1,536 bytes each, and an entry of PostgreSQL's B-tree holds
/// 2,704 (https://www.postgresql.org/docs/15/btree-implementation.html: a third of a page). No name has a NUL.
/// </summary>
internal static class KeyHash
{
    public static byte[] Of(RecordKey key) => Of(key.Kind, key.Id);

    public static byte[] Of(string kind, string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\0{name}"));
}
