namespace Comms.Core.Triage.Training;

/// <summary>A text to which nobody gave the labels of a set.</summary>
/// <param name="Text">The words.</param>
/// <param name="Group">
/// What else is known of it, such as its label in another framework: texts of a group are taken to be about like things.
/// Empty, as by default, for nothing.
/// </param>
public sealed record UnlabelledText(string Text, string Group = "");
