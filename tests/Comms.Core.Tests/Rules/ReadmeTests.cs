using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Comms.Core.Tests.Rules;

public sealed class ReadmeTests
{
    /// <summary>What a new project with implicit usings sees.</summary>
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TheoryData<int> Examples { get; } = [.. Enumerable.Range(0, Readme.Examples.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_compiles_without_a_warning(int index)
    {
        using var assembly = new MemoryStream();
        var result = Compile(Readme.Examples[index]).Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public async Task The_first_example_publishes_and_routes()
    {
        using var assembly = new MemoryStream();
        Compile(Readme.Examples[0]).Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        var main = System.Reflection.Assembly.Load(assembly.ToArray()).GetTypes()
            .SelectMany(type => type.GetMethods(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic))
            .Single(method => method.Name == "<Main>$");
        var before = Console.Out;
        using var said = new StringWriter();
        try
        {
            Console.SetOut(said);
            await (Task)main.Invoke(null, [Array.Empty<string>()])!;
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.StartsWith("published: ", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("to comms: ", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_short_enough_to_read_at_a_sitting() => Assert.InRange(File.ReadLines(Repository.PathOf("README.md")).Count(), 1, 150);

    private static CSharpCompilation Compile(string code) => CSharpCompilation.Create(
        "Example",
        [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(code)],
        References(),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    private static IEnumerable<PortableExecutableReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
}
