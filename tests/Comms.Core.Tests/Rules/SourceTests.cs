using System.Text.RegularExpressions;
using Xunit;

namespace Comms.Core.Tests.Rules;

/// <summary>Rules about the files themselves.</summary>
public partial class SourceTests
{
    [Fact]
    public void No_file_is_longer_than_250_lines() => None(path => File.ReadLines(path).Count() > 250);

    [Fact]
    public void A_namespace_is_its_folder() => None(path =>
        Namespace().Match(File.ReadAllText(path)) is { Success: true } found
        && path.StartsWith(Repository.PathOf("src"), StringComparison.Ordinal)
        && found.Groups[1].Value != Path.GetRelativePath(Repository.PathOf("src"), Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '.'));

    [Fact]
    public void No_name_says_nothing() => None(path => Empty().IsMatch(Path.GetFileNameWithoutExtension(path)));

    [Fact]
    public void No_regions_and_no_unfinished_notes() => None(path => Unfinished().IsMatch(File.ReadAllText(path)));

    [Fact]
    public void Every_stored_record_has_a_version()
    {
        var unversioned = typeof(CommsEngine).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Record", StringComparison.Ordinal) && type.GetMethod("Seal") is not null && type.GetMethod("<Clone>$") is not null)
            .Where(type => type.GetField("Version", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static) is null)
            .Select(type => type.FullName);

        Assert.Empty(unversioned);
    }

    private static void None(Func<string, bool> broken)
    {
        string[] files =
        [
            .. new[] { "src", "samples" }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
                .Where(path => !Made().IsMatch(path)),
        ];
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(broken).Select(path => Path.GetRelativePath(Repository.Root, path)));
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("Utils?$|Helpers?$|Manager$|Common$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^\s*#region|\bTODO\b|\bFIXME\b", RegexOptions.Multiline)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Made();
}
