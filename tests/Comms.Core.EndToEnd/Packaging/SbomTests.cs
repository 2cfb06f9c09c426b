using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Packaging;

[Collection(PackedFeedCollection.Name)]
public sealed class SbomTests(PackedFeed feed)
{
    [Theory]
    [MemberData(nameof(PackedFeed.Ids), MemberType = typeof(PackedFeed))]
    public void The_bill_of_materials_names_the_package_itself(string id)
    {
        using var sbom = Open(id);
        var root = sbom.RootElement;
        Assert.Equal("CycloneDX", root.GetProperty("bomFormat").GetString());
        Assert.Equal("1.6", root.GetProperty("specVersion").GetString());
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        var self = root.GetProperty("metadata").GetProperty("component");
        Assert.Equal($"pkg:nuget/{id}@{feed.Version}", self.GetProperty("purl").GetString());
    }

    [Theory]
    [MemberData(nameof(PackedFeed.Ids), MemberType = typeof(PackedFeed))]
    public void Every_component_has_a_licence_and_one_from_elsewhere_its_hash(string id)
    {
        using var sbom = Open(id);
        foreach (var component in sbom.RootElement.GetProperty("components").EnumerateArray())
        {
            var name = component.GetProperty("name").GetString()!;
            Assert.Equal($"pkg:nuget/{name}@{component.GetProperty("version").GetString()}", component.GetProperty("purl").GetString());
            Assert.NotEmpty(component.GetProperty("licenses")[0].GetProperty("expression").GetString()!);
            Assert.True(name.StartsWith("Comms.Core", StringComparison.Ordinal) || Hash(component).Length == 128, name);
        }
    }

    [Theory]
    [MemberData(nameof(PackedFeed.Ids), MemberType = typeof(PackedFeed))]
    public void Every_dependency_leads_to_a_component(string id)
    {
        using var sbom = Open(id);
        var known = sbom.RootElement.GetProperty("components").EnumerateArray()
            .Select(component => component.GetProperty("bom-ref").GetString()!).Append($"pkg:nuget/{id}@{feed.Version}").ToHashSet();
        var nodes = sbom.RootElement.GetProperty("dependencies").EnumerateArray().ToList();
        Assert.Equal(known, nodes.Select(node => node.GetProperty("ref").GetString()!).ToHashSet());
        Assert.All(nodes.SelectMany(node => node.GetProperty("dependsOn").EnumerateArray()), edge => Assert.Contains(edge.GetString()!, known));
    }

    [Fact]
    public void What_only_the_build_uses_is_not_in_it()
    {
        using var sbom = Open("Comms.Core");
        var names = sbom.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()!).ToList();
        Assert.Contains("Polly.Core", names);
        Assert.DoesNotContain(names, name => name.Contains("Analyzers", StringComparison.Ordinal) || name.Contains("ILLink", StringComparison.Ordinal));
    }

    private static string Hash(JsonElement component)
    {
        var hash = component.GetProperty("hashes")[0];
        Assert.Equal("SHA-512", hash.GetProperty("alg").GetString());
        return hash.GetProperty("content").GetString()!;
    }

    private JsonDocument Open(string id)
    {
        using var package = feed.Open(id);
        return JsonDocument.Parse(PackedFeed.Read(package, "_manifest/sbom.cdx.json"));
    }
}
