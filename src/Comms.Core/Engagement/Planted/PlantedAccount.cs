namespace Comms.Core.Engagement.Planted;

/// <summary>An account of a made-up community, with the truth about it. Only <see cref="PlantedCommunity"/> makes one. Immutable.</summary>
public sealed class PlantedAccount
{
    internal PlantedAccount(string name, PlantedPart part, long followers, double influence)
    {
        Name = name;
        Part = part;
        Followers = followers;
        Influence = influence;
    }

    /// <summary>The account's own name.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public PlantedPart Part { get; }

    /// <summary>How many follow it: says nothing of whom it moves.</summary>
    public long Followers { get; }

    /// <summary>The truth: how many acts of others its own acts are expected to cause in a week. 0 for bots and rings.</summary>
    public double Influence { get; }
}

/// <summary>What an account of a made-up community is.</summary>
public enum PlantedPart
{
    /// <summary>Somebody who hears others and is heard.</summary>
    Person,

    /// <summary>An account that turns to the team all day.</summary>
    Bot,

    /// <summary>One of a group that turn to each other.</summary>
    Ring,
}
