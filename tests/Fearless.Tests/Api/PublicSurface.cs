using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Fearless.Tests.Api;

/// <summary>The public surface of an assembly as text: types, members, and the markers that the analyzers read.</summary>
internal static class PublicSurface
{
    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Markers(type.CustomAttributes)).Append(Kind(type)).Append(' ').Append(type.Namespace).Append('.').Append(Name(type));
            var bases = type.GetInterfaces().Where(face => face.IsPublic).Select(Name).Order(StringComparer.Ordinal).ToList();
            text.Append(bases.Count == 0 ? "" : " : " + string.Join(", ", bases)).Append('\n');
            var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
            foreach (var line in members.Select(Member).OfType<string>().Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: true } => null,
        MethodInfo method =>
            $"{Markers(method.CustomAttributes)}{Returns(method)}{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{Arguments(method)}({Parameters(method)})",
        PropertyInfo property => $"{Markers(property.CustomAttributes)}{Name(property.PropertyType)} {property.Name} {{{(property.CanRead ? " get;" : "")}{(property.SetMethod?.IsPublic == true ? " set;" : "")} }}",
        FieldInfo field => $"{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? " = " + field.GetRawConstantValue() : "")}",
        _ => null,
    };

    private static string Returns(MethodInfo method)
    {
        var markers = Markers(method.ReturnParameter.CustomAttributes).Trim();
        return markers.Length == 0 ? "" : $"[return: {markers.Trim('[', ']')}] ";
    }

    private static string Arguments(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Parameter))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        Markers(parameter.CustomAttributes) + (parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")
        + Name(parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType)
        + " " + parameter.Name + (parameter.IsOptional ? " = default" : "")));

    private static string Markers(IEnumerable<CustomAttributeData> attributes)
    {
        var shown = attributes
            .Where(attribute => attribute.AttributeType.Assembly == typeof(SendAttribute).Assembly || attribute.AttributeType == typeof(ObsoleteAttribute))
            .Select(attribute => attribute.AttributeType.Name[..^"Attribute".Length] + Values(attribute))
            .Order(StringComparer.Ordinal).ToList();
        return shown.Count == 0 ? "" : $"[{string.Join(", ", shown)}] ";
    }

    private static string Values(CustomAttributeData attribute)
    {
        var values = attribute.ConstructorArguments.Select(argument => argument.Value?.ToString())
            .Concat(attribute.NamedArguments.Select(argument => $"{argument.MemberName} = {argument.TypedValue.Value}")).ToList();
        return values.Count == 0 ? "" : $"({string.Join(", ", values)})";
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsSubclassOf(typeof(Delegate)) ? "delegate" : type.IsInterface ? "interface"
        : type.IsByRefLike ? "ref struct" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsSealed ? "sealed class" : "class";

    private static string Parameter(Type argument) => Markers(argument.CustomAttributes) + argument.Name;

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var arguments = type.GetGenericArguments().Select(argument => argument.IsGenericParameter && type.IsGenericTypeDefinition ? Parameter(argument) : Name(argument));
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
    }
}
