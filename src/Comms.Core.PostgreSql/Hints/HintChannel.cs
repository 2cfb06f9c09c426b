using System.Security.Cryptography;
using System.Text;

namespace Comms.Core.PostgreSql.Hints;

/// <summary>What a ledger's hints go by on its server. Its payloads are kinds of records, and so nothing secret.</summary>
internal static class HintChannel
{
    /// <summary>The server takes payloads of less than 8,000 bytes: https://www.postgresql.org/docs/15/sql-notify.html</summary>
    public const int LongestPayload = 7_999;

    /// <summary>One for each schema of a database; hashed, since a name has at most 63 bytes, as many as the schema alone may have.</summary>
    public static string Of(string schema) =>
        "comms_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema)).AsSpan(0, 16));
}
