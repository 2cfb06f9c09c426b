namespace Comms.Core.Channels.Fetching;

/// <summary>What a server gave to ask with whether a page has changed (RFC 9110, section 8.8). Both null: it gave nothing.</summary>
/// <param name="ETag">Its ETag, quotation marks and all; null for none.</param>
/// <param name="LastModified">When it says the page last changed; null for none.</param>
public sealed record Validators(string? ETag = null, DateTimeOffset? LastModified = null);
