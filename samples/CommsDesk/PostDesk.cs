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
        var media = new List<MediaRef>();
        foreach (var picture in row.Media)
        {
            media.Add(await StoreAsync(picture, cancel));
        }

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
    public static async Task<IReadOnlyCollection<PlannedPost>> PlanAsync(Desk desk, CancellationToken cancel)
    {
        var plan = new List<PlannedPost>();
        await foreach (var delivery in desk.Engine.Publishing.ListAsync(cancel))
        {
            if (delivery.State is not (DeliveryState.Withdrawn or DeliveryState.Expired or DeliveryState.Rejected) && delivery.Rendition.Part == 0)
            {
                plan.Add(new PlannedPost { Account = delivery.Rendition.Account, At = delivery.PlannedFor, Text = delivery.Rendition.Text });
            }
        }

        return plan;
    }

    /// <summary>When each approved post is last planned, or was last out, whatever its account.</summary>
    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> LastAsync(Desk desk, CancellationToken cancel)
    {
        var last = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var delivery in desk.Engine.Publishing.ListAsync(cancel))
        {
            var id = delivery.Post.Split('@')[0];
            if (delivery.State is not (DeliveryState.Withdrawn or DeliveryState.Expired or DeliveryState.Rejected) && (!last.TryGetValue(id, out var known) || known < delivery.PlannedFor))
            {
                last[id] = delivery.PlannedFor;
            }
        }

        return last;
    }

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
