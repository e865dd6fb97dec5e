using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>The one thread that a member belongs to: by a marker on it or on its type, or by the catalog's word for its type.</summary>
internal sealed class ThreadNames(TypeCatalog catalog)
{
    /// <summary>The thread on which the member may be used; null: it is free.</summary>
    public string? OfUsed(ISymbol member)
    {
        if (member is IFieldSymbol { IsConst: true } or IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } || member.ContainingType is not { } type)
            return null;
        if (OfMarker(member) is { } own)
            return own;
        if (member.IsStatic || IsFree(member.Name) || type.SpecialType == SpecialType.System_Object)
            return null;

        // A type that somebody derives from a control may have members of its own that are free.
        return TypeMarkers.Text(type.OriginalDefinition, "ThreadAffineAttribute") ?? (catalog.Find(type) is { } entry && entry.Name == CatalogName.Of(type.OriginalDefinition) ? entry.Thread : null);
    }

    /// <summary>The thread that runs the member's code, as its author says; null: any.</summary>
    public static string? OfCode(ISymbol member)
    {
        for (var current = member; current is not null; current = (current as IMethodSymbol)?.OverriddenMethod)
        {
            if (OfMarker(current) is { } own)
                return own;
        }

        for (var type = member.ContainingType; type is not null; type = type.BaseType ?? type.ContainingType)
        {
            if (TypeMarkers.Text(type.OriginalDefinition, "ThreadAffineAttribute") is { } thread)
                return thread;
        }

        return null;
    }

    /// <summary>The object itself, its accessor or its owner is marked.</summary>
    public static string? OfMarker(ISymbol member)
    {
        if (TypeMarkers.Text(member, "ThreadAffineAttribute") is { } thread)
            return thread;
        return member switch
        {
            IMethodSymbol { AssociatedSymbol: { } owner } => TypeMarkers.Text(owner, "ThreadAffineAttribute"),
            IFieldSymbol { AssociatedSymbol: { } owner } => TypeMarkers.Text(owner, "ThreadAffineAttribute"),
            _ => null,
        };
    }

    /// <summary>Members that exist to get to the thread, or to find out whether one is there.</summary>
    private static bool IsFree(string name) => Dispatching.IsDispatch(name) || Dispatching.IsCheck(name)
        || name is "EndInvoke" or "Dispatcher" or "DispatcherQueue" or "CreateGraphics" or "IsDisposed" or "Disposing" or "IsHandleCreated" or "Equals" or "GetHashCode" or "ToString" or "GetType";
}
