using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>What a marker's text names: <c>"_gate"</c>, <c>"this"</c>, <c>"Type.Gate"</c>, <c>"parameter.Gate"</c>.</summary>
internal static class LockNames
{
    /// <summary>Null: it names nothing.</summary>
    public static (AccessPath Path, ITypeSymbol Type)? Resolve(string name, INamedTypeSymbol type, IMethodSymbol? method)
    {
        if (name == "this")
            return (AccessPath.This, type);
        var parts = name.Split('.');
        var first = 0;
        AccessPath? path = null;
        ITypeSymbol? current = type;
        if (parts[0] == "this")
        {
            path = AccessPath.This;
            first = 1;
        }
        else if (method is not null && Parameter(method, parts[0]) is { } parameter)
        {
            path = AccessPath.Of(parameter);
            current = parameter.Type;
            first = 1;
        }
        else if (parts.Length > 1 && TypeNamed(parts[0], type) is { } other)
        {
            current = other;
            first = 1;
        }

        for (var i = first; i < parts.Length; i++)
        {
            if (Member(current, parts[i]) is not { } member)
                return null;
            current = member switch
            {
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                _ => null,
            };
            path = member.IsStatic ? AccessPath.OfStatic(member.OriginalDefinition) : (path ?? AccessPath.This).Member(member.OriginalDefinition);
        }

        return path is null || current is null ? null : (path, current);
    }

    /// <summary>The names that a marker gives.</summary>
    public static IEnumerable<string> NamesIn(AttributeData marker)
    {
        foreach (var argument in marker.Arguments())
        {
            if (argument is string name)
                yield return name;
        }
    }

    /// <summary>Null: it names none, or several.</summary>
    public static string? OnlyNameIn(AttributeData marker)
    {
        string? only = null;
        foreach (var name in NamesIn(marker))
        {
            if (only is not null)
                return null;
            only = name;
        }

        return only;
    }

    public static LockKind KindOf(ITypeSymbol type) => type.Name switch
    {
        "Lock" when type.Is("Lock", "System.Threading") => LockKind.Lock,
        "ReaderWriterLockSlim" or "ReaderWriterLock" => LockKind.ReaderWriterLock,
        "SemaphoreSlim" or "Semaphore" => LockKind.Semaphore,
        "SpinLock" => LockKind.SpinLock,
        "Mutex" => type.Is("Mutex", "Fearless") ? LockKind.GuardedMutex : LockKind.WaitHandle,
        "RwLock" => LockKind.GuardedRwLock,
        "AsyncMutex" or "AsyncRwLock" or "AsyncLock" => LockKind.AsyncLock,
        _ => LockKind.Monitor,
    };

    private static IParameterSymbol? Parameter(IMethodSymbol method, string name)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == name)
                return parameter;
        }

        return null;
    }

    private static INamedTypeSymbol? TypeNamed(string name, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.Name == name)
                return current;
            foreach (var nested in current.GetTypeMembers(name))
                return nested;
        }

        foreach (var sibling in type.ContainingNamespace.GetTypeMembers(name))
            return sibling;
        return null;
    }

    private static ISymbol? Member(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                if (member is IFieldSymbol or IPropertySymbol)
                    return member;
            }
        }

        if (type is null)
            return null;
        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(name))
                return member;
        }

        return null;
    }
}
