using Comms.Core.Approval.Kits;
using Comms.Core.Tests.Governance.Persons;
using Xunit;

namespace Comms.Core.Tests.Approval.Kits;

public sealed class KitTracesTests
{
    private readonly PersonWorld _world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kits_that_name_someone_are_given_and_erased_and_nobody_counts_as_told_for_another()
    {
        var named = "@jo@a.example, who wrote to the paper";
        var kit = SampleKit.Kit with { Lines = ["Nothing has been decided.", $"We have read what {named} says."], ToldFirst = [named, "the midwives", "the family of @jo@a.example"] };
        Assert.IsType<KitResult.Kept>(await _world.Engine.Kits.PutAsync(kit, PersonWorld.Writer, Cancel));
        Assert.IsType<KitResult.Kept>(await _world.Engine.Kits.RecordToldAsync(kit.Id, named, "the head of midwifery", _world.Time.GetUtcNow(), PersonWorld.Writer, Cancel));
        Assert.Contains(await _world.ExportAsync(), item => item.Kind == "story-kit" && item.Text!.Contains("who wrote to the paper", StringComparison.Ordinal));

        Assert.Contains((await _world.EraseAsync()).Erased, item => item.Kind == "story-kit");

        var left = Assert.Single(await _world.Engine.Kits.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal(["Nothing has been decided.", "[removed at a person's request]"], left.Kit.Lines);
        Assert.Equal(
            ["the midwives not told yet", "[removed at a person's request] (3) not told yet"], left.Lacks);
        Assert.DoesNotContain(await _world.ExportAsync(), item => item.Kind == "story-kit");
    }
}
