using Comms.Core.AotSmoke;

// The whole loop as a natively compiled program: one line per stage, and 0 when every stage did what it must.
var memory = await MemoryLoop.RunAsync(Console.Out);
var sqlite = await SqliteLoop.RunAsync(Console.Out);
return memory && sqlite ? 0 : 1;
