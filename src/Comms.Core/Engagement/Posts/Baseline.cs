namespace Comms.Core.Engagement.Posts;

/// <summary>
/// What an account's posts have in responses, and how they differ: responses are Poisson, and the rates of posts are gamma
/// (the Gamma–Poisson model), fitted by moments with each post's exposure: the share of its responses that have come at its age.
/// </summary>
internal sealed class Baseline
{
    private Baseline(double mean, double variance) => (Mean, Variance) = (mean, variance);

    /// <summary>Responses of a post that has had them all.</summary>
    public double Mean { get; }

    /// <summary>Of the posts' rates, beyond chance.</summary>
    public double Variance { get; }

    /// <returns>Null when nobody ever responded: then nothing can be told from anything.</returns>
    public static Baseline? Of(IReadOnlyList<JudgedPost> posts)
    {
        var exposure = posts.Sum(post => post.Exposure);
        var mean = posts.Sum(post => post.Responses) / exposure;
        if (mean <= 0)
        {
            return null;
        }

        var spread = posts.Sum(post => post.Exposure * Math.Pow((post.Responses / post.Exposure) - mean, 2));
        var weight = exposure - (posts.Sum(post => post.Exposure * post.Exposure) / exposure);
        return new Baseline(mean, weight <= 0 ? 0 : Math.Max(0, (spread - ((posts.Count - 1) * mean)) / weight));
    }

    public PostRate Judge(JudgedPost post)
    {
        var rate = Rate.Of(Mean, Variance).After(post.Responses, post.Exposure);
        return new PostRate(post.Post, post.Responses, Mean * post.Exposure, rate.Mean / Mean, rate.Low / Mean, rate.High / Mean);
    }

    /// <summary>How much chance and the differences between posts make a post's count vary.</summary>
    public double VarianceOf(JudgedPost post) => (Mean * post.Exposure) + (Variance * post.Exposure * post.Exposure);
}

/// <summary>A post that is old enough, with its responses of the first week.</summary>
/// <param name="Post">The post.</param>
/// <param name="Responses">How many.</param>
/// <param name="Exposure">The share of a week's responses that come by its age; above 0, at most 1.</param>
internal sealed record JudgedPost(SentPost Post, int Responses, double Exposure);
