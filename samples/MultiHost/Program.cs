using System.Globalization;
using MultiHost;

// Three dispatchers on one PostgreSQL, one of them killed every few seconds: multihost [POSTS] [FOLDER]. The variable
// COMMS_LEDGER has the connection string. A child is started as: multihost host NAME SCHEMA FOLDER.
if (Environment.GetEnvironmentVariable("COMMS_LEDGER") is not { Length: > 0 } ledger)
{
    await Console.Error.WriteLineAsync("multihost: set COMMS_LEDGER to a connection string, as Host=127.0.0.1;Username=…;Password=…;Database=…");
    return 2;
}

if (args is ["host", var name, var schema, var shared])
{
    await Hosts.RunAsync(new World(ledger, schema, shared), name);
    return 0;
}

var posts = args is [var count, ..] && int.TryParse(count, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 120;
var folder = args is [_, var given] ? given : Directory.CreateTempSubdirectory("comms-multihost-").FullName;

// Each rehearsal has a schema of its own, which stays for those who want to look into it.
var own = string.Create(CultureInfo.InvariantCulture, $"multihost_{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}");
return await Rehearsal.RunAsync(new World(ledger, own, folder), posts);
