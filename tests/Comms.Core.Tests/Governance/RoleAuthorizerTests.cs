using Comms.Core.Governance;
using Xunit;

namespace Comms.Core.Tests.Governance;

public class RoleAuthorizerTests
{
    [Theory]
    [InlineData("author", new[] { Permission.Author, Permission.Correct, Permission.Handle, Permission.Moderate })]
    [InlineData("approver", new[] { Permission.Approve, Permission.Correct, Permission.Handle, Permission.Moderate, Permission.Govern })]
    [InlineData("publisher", new[] { Permission.Publish, Permission.Correct, Permission.Handle, Permission.Moderate })]
    [InlineData("handler", new[] { Permission.Handle })]
    [InlineData("moderator", new[] { Permission.Moderate })]
    [InlineData("data-protection", new[] { Permission.Govern })]
    [InlineData("visitor", new Permission[0])]
    public void A_role_gives_these_permissions_and_no_others(string role, Permission[] given) => Assert.Equal(given, Given(new Actor("someone", [role])));

    [Fact]
    public void The_engine_may_decide_nothing() => Assert.Empty(Given(Actor.Engine));

    private static IEnumerable<Permission> Given(Actor actor) => Enum.GetValues<Permission>().Where(permission => new RoleAuthorizer().May(actor, permission));
}
