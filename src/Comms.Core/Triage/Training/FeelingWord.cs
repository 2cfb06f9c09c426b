namespace Comms.Core.Triage.Training;

/// <summary>A word, emoticon or emoji that carries feeling, as two lexicons have it; 0 where one has no entry.</summary>
/// <param name="Text">Read as any text is; entries of several words are left out.</param>
/// <param name="Vader">From -4 to 4.</param>
/// <param name="Afinn">From -5 to 5.</param>
public sealed record FeelingWord(string Text, float Vader, float Afinn);
