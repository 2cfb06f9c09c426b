using Comms.Core.Channels;
using Comms.Core.Testing;
using Xunit;

namespace Comms.Core.Conformance.Channels;

public sealed class NoChannelForgottenTests
{
    /// <summary>Of what a host can name: the sweep of a source is read like one, and is none.</summary>
    [Theory]
    [InlineData(typeof(IChannel), typeof(ChannelConformance))]
    [InlineData(typeof(IMessageSource), typeof(SourceConformance))]
    public void Every_shipped_implementation_runs_its_suite(Type contract, Type suite)
    {
        var implementations = Shipped()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true } && type.IsAssignableTo(contract))
            .Select(type => type.Name + "Tests");
        var suites = typeof(NoChannelForgottenTests).Assembly.GetTypes().Where(type => type.IsSubclassOf(suite)).Select(type => type.Name);

        Assert.Equal(implementations.Order(StringComparer.Ordinal), suites.Order(StringComparer.Ordinal));
    }

    /// <summary>Every assembly of the family that lies beside this one, loaded or not.</summary>
    private static IEnumerable<Type> Shipped() => Directory.EnumerateFiles(AppContext.BaseDirectory, "Comms.Core*.dll")
        .Select(path => System.Reflection.Assembly.Load(Path.GetFileNameWithoutExtension(path)))
        .Where(assembly => assembly != typeof(NoChannelForgottenTests).Assembly)
        .SelectMany(assembly => assembly.GetTypes());
}
