namespace Comms.Core.Triage.Training;

/// <summary>The knobs of the solver; the defaults are what did best on the comments that the shipped model learnt from.</summary>
internal sealed record SvmOptions
{
    public float Cost { get; init; } = 0.25f;

    public float Balance { get; init; } = 1f;

    public float Smoothing { get; init; } = 1f;

    public float RatioPower { get; init; } = 1f;

    public float BiasValue { get; init; } = 1f;

    public float Tolerance { get; init; } = 0.02f;

    public int Rounds { get; init; } = 30;

    /// <summary>What a row that was guessed costs against one that a person labelled.</summary>
    public float GuessCost { get; init; } = 0.4f;

    public int Seed { get; init; } = 1;
}
