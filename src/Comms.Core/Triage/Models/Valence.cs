namespace Comms.Core.Triage.Models;

/// <summary>What the two lexicons say of one token, in tenths: VADER from -40 to 40, AFINN from -50 to 50; 0 is no entry.</summary>
internal readonly record struct Valence(sbyte Vader, sbyte Afinn)
{
    public const int VaderLexicon = 0;
    public const int AfinnLexicon = 1;

    public bool IsEmpty => Vader == 0 && Afinn == 0;

    /// <summary>The mean of both, from -4 to 4: AFINN's values are wider by a quarter, and a word that one lacks is half as sure.</summary>
    public float Feeling => (Vader + (Afinn * 0.8f)) / 20f;

    public int VaderStep => Step(Vader);

    public int AfinnStep => Step(Afinn);

    /// <summary>Whole steps, away from zero, so that a weak word keeps its sign.</summary>
    private static int Step(int tenths) =>
        tenths == 0 ? 0 : Math.Sign(tenths) * Math.Max(1, (Math.Abs(tenths) + 5) / 10);
}
