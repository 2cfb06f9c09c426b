using Comms.Core.Ledger;

namespace Comms.Core.Sqlite.Writing;

/// <summary>
/// Takes leases on due records. It reads about as many rows as it takes, however many wait: records outside lanes by
/// their due time, lanes by that of their first record, and of a lane the next record once its first is taken.
/// </summary>
internal static class Claiming
{
    internal const string WaitingAlone =
        """
        SELECT due, position FROM record
        WHERE kind = ?1 AND lane IS NULL AND due <= ?2 AND (until IS NULL OR until <= ?3)
        ORDER BY due, position LIMIT ?4
        """;

    internal const string FreeLanes =
        """
        SELECT due, position, name FROM lane
        WHERE kind = ?1 AND due <= ?2
        AND NOT EXISTS (SELECT 1 FROM record WHERE record.kind = ?1 AND record.lane = lane.name AND record.until > ?3)
        ORDER BY due, position LIMIT ?4
        """;

    internal const string NextInLane =
        """
        SELECT due, position FROM record
        WHERE kind = ?1 AND lane = ?2 AND due <= ?3 AND (due, position) > (?4, ?5)
        ORDER BY due, position LIMIT 1
        """;

    private const string Lease =
        "UPDATE record SET fence = ?2, until = ?3, holder = ?4 WHERE position = ?1 RETURNING " + RecordRow.Columns;

    public static IReadOnlyList<LeasedRecord> Run(ClaimRequest request, Transaction transaction)
    {
        var (now, database) = (transaction.Now, transaction.Database);
        var due = request.DueBy?.ToUnixTimeMilliseconds() ?? now;
        var next = new PriorityQueue<Place, (long Due, long Position)>();
        foreach (var place in First(WaitingAlone, request, due, now, database).Concat(First(FreeLanes, request, due, now, database)))
        {
            next.Enqueue(place, (place.Due, place.Position));
        }

        var leased = new List<LeasedRecord>();
        var until = now + (long)request.LeaseFor.TotalMilliseconds;
        while (leased.Count < request.Limit && next.TryDequeue(out var place, out _))
        {
            leased.Add(Take(place, request, until, transaction));
            if (place.Lane is not null && Next(place, request, due, database) is { } follower)
            {
                next.Enqueue(follower, (follower.Due, follower.Position));
            }
        }

        return leased;
    }

    private static List<Place> First(string sql, ClaimRequest request, long due, long now, Database database)
    {
        var places = new List<Place>();
        using var rows = database.Use(sql).Bind(request.Kind).Bind(due).Bind(now).Bind(request.Limit);
        while (rows.Step())
        {
            places.Add(new Place(rows.Number(0), rows.Number(1), sql == FreeLanes ? rows.Text(2) : null));
        }

        return places;
    }

    private static Place? Next(Place place, ClaimRequest request, long due, Database database)
    {
        using var row = database.Use(NextInLane).Bind(request.Kind).Bind(place.Lane).Bind(due);
        return row.Bind(place.Due).Bind(place.Position).Step() ? place with { Due = row.Number(0), Position = row.Number(1) } : null;
    }

    private static LeasedRecord Take(Place place, ClaimRequest request, long until, Transaction transaction)
    {
        var fence = transaction.NextFence();
        using var row = transaction.Database.Use(Lease).Bind(place.Position).Bind(fence).Bind(until).Bind(request.Holder);
        if (!row.Step())
        {
            throw SqliteFault.Damaged("an index names a record that is gone", transaction.Database.File);
        }

        var record = RecordRow.Read(row);
        // A statement that returns rows is done, and its change kept, only when it is stepped past them.
        _ = row.Step();
        return new LeasedRecord(record, fence, DateTimeOffset.FromUnixTimeMilliseconds(until));
    }

    private readonly record struct Place(long Due, long Position, string? Lane);
}
