using System.Text.Json;
using Comms.Core.Approval;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Comms.Core.Tests.Rules;

/// <summary>Compiles what an outside project might try. Every attempt to forge a state must fail, for the reason expected.</summary>
public class NoForgedStateTests
{
    private const string Usings =
        "using System; using Comms.Core.Authoring; using Comms.Core.Approval; using Comms.Core.Scheduling; using Comms.Core.Publishing; "
        + "using Comms.Core.Listening; using Comms.Core.Triage; using Comms.Core.Cases; using Comms.Core.RoundUps; using Comms.Core.Channels; ";

    private static readonly string[] States = ["Draft", "ApprovedPost", "ScheduledPost", "Delivery", "Message", "TriagedMessage", "Case", "Edition"];
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Comms.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(ApprovedPost).Assembly.Location),
    ]);

    public static TheoryData<string, string, string> Attempts()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var state in States)
        {
            var property = state switch { "TriagedMessage" => "MessageId", "Delivery" => "Post", _ => "Id" };
            rows.Add(state, $"static object F() => new {state}();", "CS1729 CS0122 CS7036");
            rows.Add(state, $"static object F({state} x) => x with {{ {property} = \"forged\" }};", "CS8858 CS0200");
            rows.Add(state, $"static void F({state} x) => x.{property} = \"forged\";", "CS0200");
            rows.Add(state, $"static object F() => new {state} {{ {property} = \"forged\" }};", "CS0200 CS1729 CS0122 CS7036");
            rows.Add(state, $"sealed class Forged : {state};", "CS0509");
        }

        rows.Add("ApprovedPost", "static object F(Draft d) => new ApprovedPost(d, new Comms.Core.Governance.Actor(\"a\", []), default);", "CS1729 CS0122");
        rows.Add("ScheduledPost", "static object F(Draft d, Scheduler s) => s.Schedule(d, new ScheduleRequest(), new Comms.Core.Governance.Actor(\"a\", []));", "CS1503");
        rows.Add("Delivery", "static object F(ApprovedPost p, PublishingDesk d) => d.AcceptAsync(p);", "CS1503");
        rows.Add("Draft", "static object F(Draft d, PublishingDesk p) => p.AcceptAsync(d);", "CS1503");
        return rows;
    }

    [Fact]
    public void An_honest_program_compiles() => Assert.Empty(Errors("static string F(ApprovedPost x) => x.Hash + x.Id;"));

    [Theory]
    [MemberData(nameof(Attempts))]
    public void A_forgery_does_not_compile(string state, string attempt, string expected)
    {
        var errors = Errors(attempt);

        Assert.True(errors.Count > 0, $"{state} can be forged: {attempt}");
        Assert.All(errors, error => Assert.Contains(error, expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_json_makes_no_approved_post()
    {
        Assert.ThrowsAny<NotSupportedException>(() => JsonSerializer.Deserialize<ApprovedPost>("""{"id":"forged","hash":"00"}"""));
    }

    [Fact]
    public void A_stored_approved_post_with_other_words_is_refused_although_its_envelope_is_whole()
    {
        var rendition = new Rendition { Account = "a", Text = "what was approved" };
        var traits = new Dictionary<string, string> { ["a"] = "1" };
        var post = new ApprovedPost("id", "author", "approver", DateTimeOffset.UnixEpoch, "en", [rendition], traits);
        var forged = new ApprovedPostRecord(
            "author", "approver", DateTimeOffset.UnixEpoch, "en", [rendition with { Text = "what was not" }], traits, post.Hash);

        Assert.Equal(post.Hash, ApprovedPost.Open(Record(post.Seal())).Hash);
        var fault = Assert.Throws<LedgerException>(() => ApprovedPost.Open(
            Record(StoredRecord.Seal("approved", 1, forged, ApprovalJson.Default.ApprovedPostRecord))));
        Assert.Equal(LedgerFault.Damaged, fault.Fault);
    }

    [Fact]
    public void A_stored_approved_post_that_claims_to_be_erased_and_says_other_words_is_refused()
    {
        var traits = new Dictionary<string, string> { ["a"] = "1" };
        var forged = new ApprovedPostRecord("author", "approver", DateTimeOffset.UnixEpoch, "en", [new Rendition { Account = "a", Text = "what was not" }], traits, "00", Erased: true);

        var fault = Assert.Throws<LedgerException>(() => ApprovedPost.Open(
            Record(StoredRecord.Seal("approved", 1, forged, ApprovalJson.Default.ApprovedPostRecord))));
        Assert.Equal(LedgerFault.Damaged, fault.Fault);
    }

    [Fact]
    public void Only_the_unit_tests_see_inside()
    {
        var friends = typeof(ApprovedPost).Assembly.GetCustomAttributes(typeof(System.Runtime.CompilerServices.InternalsVisibleToAttribute), false)
            .Cast<System.Runtime.CompilerServices.InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);

        Assert.Equal(["Comms.Core.Tests"], friends);
    }

    private static LedgerRecord Record(byte[] content) =>
        new() { Key = new RecordKey("approved", "id"), Revision = 1, Position = 1, Content = content };

    private static List<string> Errors(string members)
    {
        var isType = members.StartsWith("sealed class", StringComparison.Ordinal);
        var source = Usings + (isType ? members : $"static class Outside {{ {members} }}");
        var compilation = CSharpCompilation.Create(
            "Outside",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return
        [
            .. compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id).Distinct(),
        ];
    }
}
