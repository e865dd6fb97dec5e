using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal enum MemberEffect
{
    /// <summary>Nothing is known, or nothing happens to the object that could matter to another thread.</summary>
    None,
    Read,
    Write,
}

/// <summary>What members of other assemblies do to their object and their arguments: by marker, by the catalog's word, and by what a signature asks for.</summary>
internal sealed class MemberWord(TypeKnowledge types)
{
    /// <summary>To the object that it is called on.</summary>
    public MemberEffect OnReceiver(IMethodSymbol method, ITypeSymbol? receiverType)
    {
        if (receiverType is not INamedTypeSymbol type || method.IsStatic || method.MethodKind is MethodKind.Constructor || IsHarmless(method))
            return MemberEffect.None;
        var isRuntime = type.ContainingNamespace.IsNamed("Fearless") || type.ContainingNamespace.IsNamed("Fearless.Async");
        if ((types.Markers.Own(type) & Marks.NotSync) != 0 && isRuntime)
            return types.Catalog.IsRead(Named(method)) ? MemberEffect.Read : MemberEffect.Write;
        if (types.Catalog.Find(type) is not { Sync.Verdict: Verdict.No } entry || entry.Thread is not null)
            return ReadOf(method, type);
        if (method.MethodKind == MethodKind.PropertySet)
            return MemberEffect.Write;
        if (types.Catalog.IsRead(Named(method)) || entry.IsRead(NameOf(method)))
            return entry.Readable.Verdict == Verdict.No ? MemberEffect.Write : MemberEffect.Read;

        // What the catalog does not list among the readers: a property's getter still reads, a method is taken at its name.
        return method.MethodKind == MethodKind.PropertyGet || SoundsLikeReading(method.Name)
            ? entry.Readable.Verdict == Verdict.No ? MemberEffect.Write : MemberEffect.None
            : MemberEffect.Write;
    }

    /// <summary>To an argument: what asks for a sequence reads it, and the in-place algorithms say so.</summary>
    public static MemberEffect OnArgument(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (method.ContainingType is not { } owner || parameter.RefKind != RefKind.None)
            return MemberEffect.None;
        if (owner.Is("Array", "System") && parameter.Ordinal == 0)
            return method.Name is "Sort" or "Reverse" or "Clear" or "Fill" ? MemberEffect.Write : MemberEffect.Read;
        if (!owner.ContainingNamespace.IsIn("System"))
            return MemberEffect.None;
        return parameter.Type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerable
            or SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
            or SpecialType.System_Collections_Generic_IReadOnlyList_T
            ? MemberEffect.Read
            : MemberEffect.None;
    }

    private MemberEffect ReadOf(IMethodSymbol method, INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && method.MethodKind != MethodKind.PropertySet && types.Catalog.IsRead(Named(method)) ? MemberEffect.Read : MemberEffect.None;

    /// <summary>Whether an object may be closed while others use it is another rule's matter; everybody may ask who it is.</summary>
    private static bool IsHarmless(IMethodSymbol method) =>
        method.Name is "Dispose" or "DisposeAsync" or "Close" or "GetHashCode" or "GetType" or "Equals" or "ReferenceEquals" or "ToString" or "Abort";

    private static bool SoundsLikeReading(string name)
    {
        foreach (var prefix in _readers)
        {
            if (name.StartsWith(prefix, System.StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static readonly string[] _readers = ["Get", "Is", "Has", "To", "Contains", "TryGet", "IndexOf", "Find", "Compare", "CopyTo", "Peek", "As", "Exists"];

    private static ISymbol Named(IMethodSymbol method) => method.AssociatedSymbol ?? method;

    private static string NameOf(IMethodSymbol method) => Named(method) is IPropertySymbol { IsIndexer: true } ? "this[]" : Named(method).Name;
}
