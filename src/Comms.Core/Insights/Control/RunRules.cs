namespace Comms.Core.Insights.Control;

/// <summary>Finds the signals among points that all have limits. What touches is one signal.</summary>
internal sealed class RunRules(IReadOnlyList<double> values, IReadOnlyList<Limits> limits, ControlRules rules)
{
    public IEnumerable<ControlSignal> Find() =>
        Outside().Concat(Shifts()).Concat(Trends()).Concat(NearLimits())
            .OrderBy(signal => signal.First).ThenBy(signal => signal.Rule).ThenBy(signal => signal.Rises);

    private IEnumerable<ControlSignal> Outside() => Runs(ControlRule.OutsideLimits, at => limits[at].Outside(values[at]), least: 1);

    private IEnumerable<ControlSignal> Shifts() => Runs(ControlRule.Shift, Side, rules.Shift);

    /// <summary>A run of steps starts at the point before the first of them.</summary>
    private IEnumerable<ControlSignal> Trends() =>
        Runs(ControlRule.Trend, at => at == 0 ? 0 : Math.Sign(values[at] - values[at - 1]), rules.Trend - 1)
            .Select(steps => steps with { First = steps.First - 1 });

    private List<ControlSignal> NearLimits()
    {
        var found = new List<ControlSignal>();
        for (var start = 0; start <= values.Count - rules.CloseOf; start++)
        {
            var window = Enumerable.Range(start, rules.CloseOf);
            int[] close = [.. window.Where(at => limits[at].IsClose(values[at]))];
            if (close.Length < rules.CloseLeast || window.Any(at => Side(at) != Side(close[0])))
            {
                continue;
            }

            if (found is [.., var before] && before.Rises == Side(close[0]) > 0 && close[0] <= before.Last)
            {
                found[^1] = before with { Last = Math.Max(before.Last, close[^1]) };
            }
            else
            {
                found.Add(new ControlSignal(ControlRule.NearLimit, Side(close[0]) > 0, close[0], close[^1]));
            }
        }

        return found;
    }

    private int Side(int at) => limits[at].Side(values[at]);

    /// <summary>Stretches of one sign, as long as asked or longer.</summary>
    private IEnumerable<ControlSignal> Runs(ControlRule rule, Func<int, int> sign, int least)
    {
        var first = 0;
        for (var at = 1; at <= values.Count; at++)
        {
            if (at < values.Count && sign(at) == sign(first))
            {
                continue;
            }

            if (sign(first) != 0 && at - first >= least)
            {
                yield return new ControlSignal(rule, sign(first) > 0, first, at - 1);
            }

            first = at;
        }
    }
}
