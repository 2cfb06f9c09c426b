using Comms.Core.Governance;
using Xunit;

namespace Comms.Core.Tests.Governance;

public class RoleAuthorizerTests
{
    [Theory]
    [InlineData("author", Permission.Author)]
    [InlineData("approver", Permission.Approve)]
    [InlineData("publisher", Permission.Publish)]
    public void A_role_gives_one_permission_and_that_to_correct(string role, Permission given) =>
        Assert.All(Enum.GetValues<Permission>(), permission =>
            Assert.Equal(permission == given || permission == Permission.Correct, new RoleAuthorizer().May(new Actor("someone", [role]), permission)));

    [Fact]
    public void The_engine_may_decide_nothing() =>
        Assert.DoesNotContain(Enum.GetValues<Permission>(), permission => new RoleAuthorizer().May(Actor.Engine, permission));
}
