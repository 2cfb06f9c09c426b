using Comms.Core.Authoring.Pairs;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Text;

namespace Comms.Core.Authoring;

/// <summary>
/// A post before anyone has approved it, with the renditions that approval will bind. It cannot be scheduled. Only
/// Authoring makes one. Immutable.
/// </summary>
public sealed class Draft
{
    internal const string Kind = "draft";

    internal Draft(string id, string author, DateTimeOffset writtenAt, NewDraft content, DraftRenditions renditions, long revision)
    {
        Id = id;
        Author = author;
        WrittenAt = writtenAt;
        Text = content.Text;
        Language = content.Language;
        Pair = content.Pair;
        Campaign = content.Campaign;
        WantedAt = content.WantedAt;
        Candour = content.Candour;
        Marks = content.Marks;
        Kit = content.Kit;
        Key = content.Key;
        Renditions = renditions.Renditions;
        TraitsVersions = renditions.TraitsVersions;
        Faults = renditions.Faults;
        Revision = revision;
    }

    /// <summary>The draft's name everywhere in the engine.</summary>
    public string Id { get; }

    /// <summary>1 as first written, one more for each change.</summary>
    public long Revision { get; }

    /// <summary>Who wrote it.</summary>
    public string Author { get; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; }

    /// <summary>The words it began from.</summary>
    public string Text { get; }

    /// <summary>The language as a BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>The same in another language; null for none.</summary>
    public PairedText? Pair { get; }

    /// <summary>Where the halves of a pair name different dates, times or numbers, in words; for a person to judge, and in the way of nothing.</summary>
    public IReadOnlyList<string> Differences => Pair is null ? [] : PairDifferences.Of(Text, Language, Pair);

    /// <summary>The campaign's hashtag; null for none.</summary>
    public string? Campaign { get; }

    /// <summary>When its author would like it to go out; null for no wish.</summary>
    public DateTimeOffset? WantedAt { get; }

    /// <summary>The end of its embargo, before which it stands nowhere; null for none, or where no rendition could be made.</summary>
    public DateTimeOffset? NotBefore => Renditions.Select(rendition => rendition.NotBefore).FirstOrDefault();

    /// <summary>From when on it is not sent any more; null for no such end, or where no rendition could be made.</summary>
    public DateTimeOffset? NotAfter => Renditions.Select(rendition => rendition.NotAfter).FirstOrDefault();

    /// <summary>Whether a family must have been told before it is approved.</summary>
    public bool Candour { get; }

    /// <summary>The heard message that it passes on; null for none, or where no rendition could be made.</summary>
    public string? Reshares => Renditions.Select(rendition => rendition.Reshares).FirstOrDefault();

    /// <summary>What it is, where a rule asks for more than one approver.</summary>
    public IReadOnlyList<string> Marks { get; }

    /// <summary>The kit that must be ready before it is approved; null for none.</summary>
    public string? Kit { get; }

    /// <summary>The host's own name for it; null for none.</summary>
    public string? Key { get; }

    /// <summary>What would stand on each account, part by part.</summary>
    public IReadOnlyList<Rendition> Renditions { get; }

    /// <summary>The version of each account's limits under which the renditions were made.</summary>
    public IReadOnlyDictionary<string, string> TraitsVersions { get; }

    /// <summary>Why it cannot go out as it is, account by account; empty when it can.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Whether a half of it is in a language, whatever the region.</summary>
    internal bool StandsIn(string language) => new[] { Language, Pair?.Language }.OfType<string>().Any(tag => LanguageTag.Same(tag, language));

    internal RecordKey RecordKey => new(Kind, Id);

    /// <summary>The name of the draft that a host knows by a key of its own.</summary>
    internal static string IdOf(string key) => ContentId.Of("key", key);

    internal byte[] Seal() => DraftRecord.Seal(this);

    internal static Draft Open(LedgerRecord record) => DraftRecord.Open(record);
}

/// <summary>What the <see cref="Fitter"/> made of a text for all its accounts.</summary>
internal sealed record DraftRenditions(
    IReadOnlyList<Rendition> Renditions, IReadOnlyDictionary<string, string> TraitsVersions, IReadOnlyList<string> Faults);
