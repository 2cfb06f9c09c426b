using System.Globalization;

namespace Comms.Core.ModelBuilder;

/// <summary>Counts what was said of what held, label by label, and how far confidence was from truth.</summary>
internal sealed class ClassTable(IReadOnlyList<string> labels)
{
    private const int Bins = 15;

    private readonly int[] _hits = new int[labels.Count];
    private readonly int[] _said = new int[labels.Count];
    private readonly int[] _held = new int[labels.Count];
    private readonly (int Count, double Confidence, int Right)[] _bins = new (int, double, int)[Bins];

    public double MacroRecall => labels.Select((_, i) => Share(_hits[i], _held[i])).Average();

    public double MacroF1 => labels.Select((_, i) => Share(2 * _hits[i], _said[i] + _held[i])).Average();

    public double MicroF1 => Share(2 * _hits.Sum(), _said.Sum() + _held.Sum());

    public double CalibrationError => _bins.Sum(bin => Math.Abs(bin.Confidence - bin.Right)) / Math.Max(1, _bins.Sum(bin => bin.Count));

    public void Add(int label, bool said, bool held)
    {
        _hits[label] += said && held ? 1 : 0;
        _said[label] += said ? 1 : 0;
        _held[label] += held ? 1 : 0;
    }

    public void AddConfidence(double confidence, bool right)
    {
        ref var bin = ref _bins[Math.Clamp((int)(confidence * Bins), 0, Bins - 1)];
        bin = (bin.Count + 1, bin.Confidence + confidence, bin.Right + (right ? 1 : 0));
    }

    public void Print(string title)
    {
        Write($"## {title}\n\n| Label | Held | Precision | Recall | F1 |\n|---|---|---|---|---|");
        for (var i = 0; i < labels.Count; i++)
        {
            Write($"| {labels[i]} | {_held[i]} | {Share(_hits[i], _said[i]):F3} | {Share(_hits[i], _held[i]):F3} | {Share(2 * _hits[i], _said[i] + _held[i]):F3} |");
        }

        Write($"\nmacro recall {MacroRecall:F4}, micro F1 {MicroF1:F4}, macro F1 {MacroF1:F4}, expected calibration error {CalibrationError:F4}\n");
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : part / (double)whole;

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
