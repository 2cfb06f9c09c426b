using Comms.Core.Channels;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Triage.Fuzzing;

public sealed class TextFuzzTests
{
    [Fact]
    public void Any_text_gives_the_same_result_twice_and_allocates_nothing()
    {
        var result = new TriageResult();
        var again = new TriageResult();
        Fuzz.Try(
            AnyText.All,
            text =>
            {
                Triagers.Plain.Triage(text, result);
                var first = Told(result);
                Triagers.Plain.Triage(text, again);
                Assert.Equal(first, Told(again));

                Assert.Equal(0, Enumerable.Range(0, 3).Min(_ => AllocatedBy(text, result)));
            },
            usual: 600);
    }

    [Fact]
    public void What_is_found_in_any_text_lies_within_it() => Fuzz.Try(
        AnyText.All,
        text =>
        {
            var result = new TriageResult();
            Triagers.Plain.Triage(text, result);
            var end = 0;
            foreach (var data in result.PersonalData)
            {
                Assert.True(data.Start >= end && data.Length > 0 && data.Start + data.Length <= text.Length);
                end = data.Start + data.Length;
            }

            Assert.NotEqual(0, result.Teams.Length);
            Assert.InRange(result.Priority, 0, 100);
            Assert.Equal(text.Length > 16_384, result.WasCut);
            Assert.True(result.Sentiment == "unknown" || Math.Abs(result.Negative + result.Neutral + result.Positive - 1) < 1e-4);
        },
        usual: 400);

    [Fact]
    public void Any_message_has_its_evidence_within_it_and_the_same_twice() => Fuzz.Try(
        AnyText.All,
        text =>
        {
            var item = new SourceItem { Id = "1", Text = text, At = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero) };
            var findings = Triagers.Plain.Triage(item, "inbox").Findings;
            Assert.All(findings.Evidence, span => Assert.True(span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= text.Length));
            Assert.Equal(findings.Evidence, Triagers.Plain.Triage(item, "inbox").Findings.Evidence);
            Assert.NotEmpty(findings.Routes);
        },
        usual: 100);

    /// <summary>The runtime itself may allocate once, when it compiles anew what has become hot: the least of some readings counts.</summary>
    private static long AllocatedBy(string text, TriageResult result)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Triagers.Plain.Triage(text, result);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Told(TriageResult result) => string.Join(
        '|',
        [
            result.Language, result.Sentiment, $"{result.Negative} {result.Neutral} {result.Positive} {result.Urgency} {result.Priority} {result.NeedsHuman}",
            .. result.Flags, .. result.Teams, .. result.Kinds.ToArray().Select(kind => kind.ToString()),
            .. result.Themes.ToArray().Select(theme => theme.ToString()), .. result.PersonalData.ToArray().Select(data => data.ToString()),
        ]);
}
