namespace Comms.Core.Sqlite.Reading;

/// <summary>When the next record falls due: the first entry of two indexes, however many wait.</summary>
internal static class DueTimes
{
    internal const string Alone =
        "SELECT due FROM record WHERE kind = ?1 AND lane IS NULL AND due > ?2 ORDER BY due LIMIT 1";

    internal const string OfLanes = "SELECT due FROM lane WHERE kind = ?1 AND due > ?2 ORDER BY due LIMIT 1";

    public static TimeSpan? Next(Database database, string kind, long after) =>
        (First(database, Alone, kind, after), First(database, OfLanes, kind, after)) switch
        {
            (null, null) => null,
            var (alone, lane) => TimeSpan.FromMilliseconds(Math.Min(alone ?? long.MaxValue, lane ?? long.MaxValue) - after),
        };

    private static long? First(Database database, string sql, string kind, long after)
    {
        using var row = database.Use(sql).Bind(kind).Bind(after);
        return row.Step() ? row.Number(0) : null;
    }
}
