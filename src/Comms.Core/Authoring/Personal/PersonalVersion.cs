using Comms.Core.Text;

namespace Comms.Core.Authoring.Personal;

/// <summary>
/// A press release made personal, as for a Facebook page or the team's own news: “we” and “our” for the organisation, and without what
/// stands there for editors. It is a proposal: whoever writes looks through what was changed and what was left, and makes it the
/// variant of an account (<see cref="NewDraft.Variants"/>). What people are quoted as saying is never touched. English only. Immutable.
/// </summary>
public sealed class PersonalVersion
{
    private PersonalVersion(string text, IReadOnlyList<PersonalEdit> changes, IReadOnlyList<PersonalEdit> left) => (Text, Changes, Left) = (text, changes, left);

    /// <summary>The words as they would stand.</summary>
    public string Text { get; }

    /// <summary>What was changed, in order of place; apart from these places and the signature the words are those of the release.</summary>
    public IReadOnlyList<PersonalEdit> Changes { get; }

    /// <summary>Names of the organisation of which no rule can tell what should stand there, in order of place.</summary>
    public IReadOnlyList<PersonalEdit> Left { get; }

    /// <summary>Makes a release personal. Linear in its length.</summary>
    /// <param name="release">The words of the release.</param>
    /// <param name="voice">Who speaks.</param>
    /// <exception cref="ArgumentException">The voice has no name for the organisation.</exception>
    public static PersonalVersion Of(string release, PersonalVoice voice)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(voice);
        voice.Check();
        var (body, removed) = ReleaseEdges.Find(release);
        var spoken = new SpokenNames(voice.Names).Find(release, body).ToLookup(edit => edit.After is null);
        PersonalEdit[] changes = [.. removed.Concat(spoken[false]).OrderBy(edit => edit.Start)];
        var text = Spans.Replace(release, changes.Select(change => (change.Start, change.Length, change.After))).Trim();
        return new PersonalVersion(voice.Signature is { } signature ? $"{text}\n\n{signature}" : text, changes, [.. spoken[true]]);
    }

}
