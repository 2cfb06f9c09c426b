using Comms.Core;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Hosting;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

// One post from draft to receipt, as OpenTelemetry sees it: its spans, its measurements and the host's health, on the console.
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
builder.Services
    .AddComms(comms => comms.AddChannel(new InMemoryChannel("notice-board")))
    .AddDispatcher(new DispatcherOptions { Every = TimeSpan.FromMilliseconds(50) });
builder.Services.AddOpenTelemetry()
    .WithTracing(tracing => tracing.AddSource(TelemetryNames.Engine).AddConsoleExporter())
    .WithMetrics(metrics => metrics.AddMeter(TelemetryNames.Engine).AddConsoleExporter());
using var host = builder.Build();
await host.StartAsync();

var comms = host.Services.GetRequiredService<CommsEngine>();
var author = new Actor("author", ["author"]);
var publisher = new Actor("publisher", ["approver", "publisher"]);
if (await comms.Authoring.AddAsync(new NewDraft { Text = "The clinic is open on Saturday.", Accounts = ["notice-board"] }, author) is not DraftResult.Added { Draft: var draft }
    || await comms.Approval.ApproveAsync(draft, publisher) is not ApprovalResult.Approved { Post: var approved }
    || comms.Scheduling.Schedule(approved, new ScheduleRequest { Instant = comms.Clock.GetUtcNow().AddSeconds(1) }, publisher) is not ScheduleResult.Scheduled { Post: var scheduled })
{
    return 1;
}

await comms.Publishing.AcceptAsync(scheduled);
while (await comms.Publishing.ListAsync().AnyAsync(delivery => delivery.State != DeliveryState.Published))
{
    await Task.Delay(TimeSpan.FromMilliseconds(50), comms.Clock);
}

var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
Console.WriteLine($"health: {health.Status}, {health.Entries[HostingServiceCollectionExtensions.HealthCheckName].Description}");
await host.StopAsync();
return 0;
