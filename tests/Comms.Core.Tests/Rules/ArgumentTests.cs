using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Comms.Core.Tests.Rules;

/// <summary>A caller who gives nothing in the place of something hears so at once and by name, at every front door.</summary>
public class ArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string> Calls => [.. Doors().SelectMany(door => Methods(door).SelectMany(method => Needed(method).Select(what => $"{door.Name}.{method.Name}({what.Name})"))).Distinct()];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task What_must_be_given_is_asked_for(string call)
    {
        var engine = new CommsBuilder().Build();
        foreach (var door in Doors())
        {
            foreach (var method in Methods(door))
            {
                foreach (var missing in Needed(method).Where(what => $"{door.Name}.{method.Name}({what.Name})" == call))
                {
                    object?[] given = [.. method.GetParameters().Select(parameter => parameter == missing ? null : Something(parameter.ParameterType))];
                    var fault = await Assert.ThrowsAsync<ArgumentNullException>(() => CallAsync(door.GetValue(engine)!, method, given));
                    Assert.Equal(missing.Name, fault.ParamName, ignoreCase: true);
                }
            }
        }
    }

    private static IEnumerable<PropertyInfo> Doors() => typeof(CommsEngine).GetProperties()
        .Where(property => property.PropertyType is { IsSealed: true, IsValueType: false } type && type.Assembly == typeof(CommsEngine).Assembly && Needs(type))
        .OrderBy(property => property.Name, StringComparer.Ordinal);

    private static bool Needs(Type type) => type.Name.EndsWith("Desk", StringComparison.Ordinal) || type.Name == "Scheduler";

    private static IEnumerable<MethodInfo> Methods(PropertyInfo door) => door.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && !method.IsGenericMethod);

    private static IEnumerable<ParameterInfo> Needed(MethodInfo method) => method.GetParameters()
        .Where(parameter => !parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState == NullabilityState.NotNull);

    private static object? Something(Type type) =>
        type == typeof(string) ? "something"
        : type == typeof(Uri) ? new Uri("https://trust.example/")
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var item] ? OneOf(item)
        : type.IsInterface || typeof(Delegate).IsAssignableFrom(type) ? null
        : RuntimeHelpers.GetUninitializedObject(type.IsAbstract ? type.GetNestedTypes().First() : type);

    private static Array OneOf(Type item)
    {
        var one = Array.CreateInstance(item, 1);
        one.SetValue(Something(item), 0);
        return one;
    }

    private static async Task CallAsync(object desk, MethodInfo method, object?[] given)
    {
        object? begun;
        try
        {
            begun = method.Invoke(desk, given);
        }
        catch (TargetInvocationException thrown)
        {
            throw thrown.InnerException!;
        }

        switch (begun)
        {
            case Task task:
                await task;
                break;
            case IAsyncEnumerable<object> items:
                await foreach (var _ in items)
                {
                }

                break;
            case { } value when value.GetType().GetMethod("AsTask") is { } asTask:
                await (Task)asTask.Invoke(value, null)!;
                break;
            case IEnumerable items:
                _ = items.Cast<object>().Count();
                break;
        }
    }
}
