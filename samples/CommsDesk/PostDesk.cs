using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using CommsDesk.Configuration;
using CommsDesk.Input;

namespace CommsDesk;

/// <summary>Takes posts as people write them down and walks them through the outbound rooms.</summary>
internal sealed class PostDesk(Desk desk, string mediaFolder)
{
    /// <summary>Stores the pictures and makes the draft.</summary>
    /// <exception cref="FormatException">A picture or the time cannot be read; the message says why.</exception>
    public async Task<DraftResult> DraftAsync(PostRow row, Actor author, CancellationToken cancel)
    {
        var media = await StoreAsync(row.Media, cancel);
        var draft = new NewDraft
        {
            Text = row.Text,
            Accounts = row.Accounts,
            Variants = row.Variants,
            Media = media,
            Language = row.Language,
            Pair = desk.Config.Welsh(row.Welsh, row.Accounts, row.WelshWarning),
            Warning = row.Warning,
            Campaign = row.Campaign,
            Candour = row.Candour,
            Marks = row.Marks,
            Kit = row.Kit,
            Key = row.Key,
            WantedAt = row.At is { } at ? WallTime.Instant(at, desk.Config.Zone) : null,
        };
        return await desk.Engine.Authoring.AddAsync(draft, author, cancel);
    }

    /// <summary>Stores pictures.</summary>
    /// <exception cref="FormatException">One cannot be read; the message says why.</exception>
    public async Task<IReadOnlyList<MediaRef>> StoreAsync(IEnumerable<PostMedia> pictures, CancellationToken cancel)
    {
        var media = new List<MediaRef>();
        foreach (var picture in pictures)
        {
            media.Add(await StoreAsync(picture, cancel));
        }

        return media;
    }

    /// <summary>Approves the draft, and with a time hands it to Publishing.</summary>
    /// <returns>Why it was refused; empty when it is approved and on its way.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(Draft draft, ScheduleRequest? when, Actor approver, CancellationToken cancel) =>
        await desk.Engine.Approval.ApproveAsync(draft, approver, cancel) switch
        {
            ApprovalResult.Approved approved when when is not null => await ScheduleAsync(approved.Post, when, approver, cancel),
            var result => result.Against,
        };

    /// <summary>Gives an approved post its time and hands it to Publishing.</summary>
    /// <returns>Why it was refused; empty when it is on its way.</returns>
    public async Task<IReadOnlyList<string>> ScheduleAsync(ApprovedPost post, ScheduleRequest when, Actor publisher, CancellationToken cancel)
    {
        switch (desk.Engine.Scheduling.Schedule(post, when, publisher))
        {
            case ScheduleResult.Scheduled scheduled:
                await desk.Engine.Publishing.AcceptAsync(scheduled.Post, cancel);
                return [];
            case ScheduleResult.Refused refused:
                return refused.Reasons;
            default:
                throw new InvalidOperationException("A schedule has no other outcome.");
        }
    }

    /// <summary>What is planned and not taken back, for the next free slot and for what may not stand near it.</summary>
    public static async Task<IReadOnlyCollection<PlannedPost>> PlanAsync(Desk desk, CancellationToken cancel) => Plan(await PlannedAsync(desk, cancel));

    /// <summary>The same of deliveries that were read.</summary>
    public static IReadOnlyCollection<PlannedPost> Plan(IEnumerable<Delivery> planned) =>
    [
        .. planned.Where(delivery => delivery.Rendition.Part == 0)
            .Select(delivery => new PlannedPost { Account = delivery.Rendition.Account, At = delivery.PlannedFor, Text = delivery.Rendition.Text }),
    ];

    /// <summary>When each approved post is last planned, or was last out, whatever its account.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> Last(IEnumerable<Delivery> planned) =>
        planned.GroupBy(delivery => delivery.Post.Split('@')[0], StringComparer.Ordinal).ToDictionary(post => post.Key, post => post.Max(delivery => delivery.PlannedFor), StringComparer.Ordinal);

    /// <summary>Every delivery that stands, or still may.</summary>
    public static async Task<IReadOnlyList<Delivery>> PlannedAsync(Desk desk, CancellationToken cancel) => await desk.Engine.Publishing.ListAsync(cancel)
        .Where(delivery => delivery.State is not (DeliveryState.Withdrawn or DeliveryState.Expired or DeliveryState.Rejected)).ToListAsync(cancel);

    private async Task<MediaRef> StoreAsync(PostMedia picture, CancellationToken cancel)
    {
        var path = Path.GetFullPath(picture.Path, mediaFolder);
        if (!File.Exists(path))
        {
            throw new FormatException($"there is no picture {picture.Path}");
        }

        await using var content = File.OpenRead(path);
        var stored = await desk.Engine.Media.PutAsync(content, cancel);
        return new MediaRef(stored.Sha256, MediaType(path), stored.Length, picture.Alt);
    }

    private static string MediaType(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".pdf" => "application/pdf",
        var other => throw new FormatException($"a file of the sort {other} cannot be attached"),
    };
}
