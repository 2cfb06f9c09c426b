using Comms.Core.Governance;
using Xunit;

namespace Comms.Core.Tests.Governance;

public class RoleAuthorizerTests
{
    [Theory]
    [InlineData("author", Permission.Author)]
    [InlineData("approver", Permission.Approve)]
    [InlineData("publisher", Permission.Publish)]
    public void A_role_gives_one_permission_and_those_of_the_desk(string role, Permission given) =>
        Assert.All(Enum.GetValues<Permission>(), permission =>
            Assert.Equal(permission == given || permission is Permission.Correct or Permission.Handle, new RoleAuthorizer().May(new Actor("someone", [role]), permission)));

    [Fact]
    public void A_handler_handles_cases_and_nothing_else() =>
        Assert.Equal([Permission.Handle], Enum.GetValues<Permission>().Where(permission => new RoleAuthorizer().May(new Actor("someone", ["handler"]), permission)));

    [Fact]
    public void The_engine_may_decide_nothing() =>
        Assert.DoesNotContain(Enum.GetValues<Permission>(), permission => new RoleAuthorizer().May(Actor.Engine, permission));
}
