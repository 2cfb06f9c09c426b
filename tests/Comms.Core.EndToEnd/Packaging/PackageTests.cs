using Comms.Core.EndToEnd.Processes;
using Comms.Core.Tests;
using Xunit;

namespace Comms.Core.EndToEnd.Packaging;

[Collection(PackedFeedCollection.Name)]
public sealed class PackageTests(PackedFeed feed)
{
    /// <summary>Local packages from the local feed alone, and nothing in the machine's own folder.</summary>
    private const string NugetConfig =
        """
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources>
            <clear />
            <add key="local" value="FEED" />
            <add key="nuget.org" value="https://api.nuget.org/v3/index.json" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="local"><package pattern="Comms.Core*" /></packageSource>
            <packageSource key="nuget.org"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """;

    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Comms.Core" Version="VERSION" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task The_first_example_of_the_readme_runs_in_a_new_project_that_has_the_package()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.In("nuget.config"), NugetConfig.Replace("FEED", feed.Path, StringComparison.Ordinal), cancel);
        await File.WriteAllTextAsync(folder.In("first.csproj"), Project.Replace("VERSION", feed.Version, StringComparison.Ordinal), cancel);
        await File.WriteAllTextAsync(folder.In("Program.cs"), Readme.Examples[0], cancel);
        Needs.Registry(await Command.DotnetAsync(folder.Path, cancel, "restore"));

        var run = (await Command.DotnetAsync(folder.Path, cancel, "run", "--no-restore")).Succeeded();
        Assert.Contains("published", run.Output, StringComparison.Ordinal);
        Assert.Contains("comms", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PackedFeed.Ids), MemberType = typeof(PackedFeed))]
    public void A_package_has_its_readme_icon_licence_symbols_and_documentation(string id)
    {
        using var package = feed.Open(id);
        var names = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.Contains("README.md", names);
        Assert.Contains("icon.png", names);
        Assert.Contains($"lib/net10.0/{id}.dll", names);
        Assert.Contains($"lib/net10.0/{id}.xml", names);
        Assert.Contains("<license type=\"expression\">MIT</license>", PackedFeed.Read(package, $"{id}.nuspec"), StringComparison.Ordinal);
        Assert.True(File.Exists(feed.FileOf(id, "snupkg")));
    }

    [Fact]
    public void The_core_carries_the_notices_of_what_its_model_is_made_from()
    {
        using var package = feed.Open("Comms.Core");
        var notices = PackedFeed.Read(package, "THIRD-PARTY-NOTICES.txt");
        Assert.All(["C.J. Hutto", "NHS England", "Finn Årup Nielsen", "Open Government Licence"], name => Assert.Contains(name, notices, StringComparison.Ordinal));
    }
}
