using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Comms.Core.Tests.Rules;

/// <summary>Every reference from one type of the core to another type, read from its IL and signatures.</summary>
internal static class RoomReferences
{
    /// <summary>The name under which the root is spoken of; types that the compiler makes have no namespace at all.</summary>
    public const string Root = "the root";

    private static readonly Lazy<IReadOnlyList<(TypeDefinition From, TypeReference To)>> Read = new(ReadAll);

    public static IReadOnlyList<(TypeDefinition From, TypeReference To)> All => Read.Value;

    public static string RoomOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        var parts = type.Namespace.Split('.');
        return parts.Length > 2 && type.Namespace.StartsWith("Comms.Core", StringComparison.Ordinal) ? parts[2]
            : type.Namespace == "Comms.Core" ? Root : type.Namespace;
    }

    public static string NameOf(TypeReference type) => (type.DeclaringType is { } outer ? NameOf(outer) : type.Name).Split('`')[0];

    private static List<(TypeDefinition, TypeReference)> ReadAll()
    {
        var module = ModuleDefinition.ReadModule(typeof(CommsEngine).Assembly.Location);
        return
        [
            .. from type in module.GetAllTypes()
               where type.Namespace.StartsWith("Comms.Core", StringComparison.Ordinal) || type.DeclaringType is not null
               from to in Touched(type).SelectMany(Flat).DistinctBy(to => to.FullName)
               select (type, to),
        ];
    }

    private static IEnumerable<TypeReference?> Touched(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(face => face.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. type.Methods.SelectMany(Touched),
    ];

    private static IEnumerable<TypeReference?> Touched(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(instruction => Named(instruction.Operand)) : [],
    ];

    private static IEnumerable<TypeReference?> Named(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Flat(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Flat)],
        TypeSpecification wrapped => Flat(wrapped.ElementType),
        _ => [type],
    };
}
