using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>
/// What all locks of one kind have in common: the member or variable that holds them, or the type of the objects that are locked themselves.
/// Two objects of one class have two locks of one class.
/// </summary>
internal static class LockClass
{
    /// <summary>Null: only a caller can tell (a parameter that is a mere lock), or nobody can.</summary>
    public static ISymbol? Of(AccessPath path, IMethodSymbol method)
    {
        if (path.LastMember is { } member)
            return member.OriginalDefinition;
        return path.Root switch
        {
            PathRoot.This => method.ContainingType.OriginalDefinition,
            PathRoot.Variable when path.Variable is ILocalSymbol local => !path.Steps.IsEmpty || IsMereLock(local.Type) ? local : TypeOf(local.Type),
            PathRoot.Variable when path.Variable is IParameterSymbol parameter => !path.Steps.IsEmpty || IsMereLock(parameter.Type) ? null : TypeOf(parameter.Type),
            _ => null,
        };
    }

    /// <summary>The variable's object is nothing but a lock, so that its type says nothing about whose lock it is.</summary>
    public static bool IsMereLock(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || LockNames.KindOf(type) != LockKind.Monitor;

    private static ISymbol? TypeOf(ITypeSymbol type) => type is INamedTypeSymbol named ? named.OriginalDefinition : null;
}
