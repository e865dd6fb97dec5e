using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>How a reference is used, judged by the catalog's word for the member that is called, or by the body of a member that is here.</summary>
/// <param name="catalog">What is known of types out of sight.</param>
/// <param name="methods">What is known of methods in sight.</param>
/// <param name="depth">How many calls have been followed to here.</param>
internal sealed class ObjectUse(TypeCatalog catalog, MethodEffects methods, int depth = 0)
{
    public ObjectEffect Of(IOperation reference)
    {
        var user = reference.UsedBy();
        switch (user)
        {
            case IInvocationOperation call when call.Instance?.Unwrap() == reference:
                return OfCall(call);
            case IPropertyReferenceOperation property when property.Instance?.Unwrap() == reference:
                return OfProperty(property);
            case IArrayElementReferenceOperation element when element.ArrayReference.Unwrap() == reference:
                if (element.UsedBy() is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" or "Volatile" } }
                    || (element.Indices.Length == 1 && PerThreadValues.Is(element.Indices[0])))
                {
                    return ObjectEffect.None;
                }

                return AccessSyntax.IsWrite(element) ? ObjectEffect.Write : ObjectEffect.Read;
            case IEventAssignmentOperation or IEventReferenceOperation:
                return ObjectEffect.None;
            case IForEachLoopOperation or ISpreadOperation:
                return ObjectEffect.Read;
            case IConditionalAccessOperation access when access.Operation.Unwrap() == reference:
                return OfConditional(access);
            case ICoalesceOperation coalesce:
                return Of(coalesce);
            case ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Value.Unwrap() == reference && assignment.Target is not ILocalReferenceOperation:
                return ObjectEffect.Passed;
            case ICoalesceAssignmentOperation or ISimpleAssignmentOperation when user is IAssignmentOperation { Parent: not IExpressionStatementOperation } stored
                && stored.Target.Unwrap() == reference:
                return Of(user);
            case IReturnOperation:
                return ObjectEffect.Returned;
            case IArgumentOperation argument:
                return OfArgument(argument);
            default:
                return ObjectEffect.None;
        }
    }

    private ObjectEffect OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is { SpecialType: SpecialType.System_Object } || method.MethodKind == MethodKind.DelegateInvoke)
            return ObjectEffect.Read;
        if (method.Name is "GetHashCode" or "Equals" or "ToString" or "GetType")
            return ObjectEffect.Read;
        if (!method.DeclaringSyntaxReferences.IsEmpty)
            return methods.Of(method, depth);
        if (catalog.IsRead(method))
            return MayRunBesideWriter(method) ? ObjectEffect.None : ObjectEffect.Read;
        return IsCatalogued(method.ContainingType) ? ObjectEffect.Write : ObjectEffect.Passed;
    }

    private ObjectEffect OfProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        var isWrite = AccessSyntax.IsWrite(reference);
        if (!property.DeclaringSyntaxReferences.IsEmpty)
        {
            // An auto-property is a location of its own.
            var accessor = isWrite ? property.SetMethod : property.GetMethod;
            return accessor is null || MemberShape.IsAutoProperty(property) ? ObjectEffect.None : methods.Of(accessor, depth);
        }

        if (isWrite)
            return IsCatalogued(property.ContainingType) ? ObjectEffect.Write : ObjectEffect.Passed;
        if (IsFixed(property) || MayRunBesideWriter(property))
            return ObjectEffect.None;
        return catalog.IsRead(property) || !IsCatalogued(property.ContainingType) || !property.IsIndexer ? ObjectEffect.Read : ObjectEffect.Write;
    }

    private ObjectEffect OfConditional(IConditionalAccessOperation access) => access.Instance() is { } instance ? Of(instance) : ObjectEffect.None;

    private ObjectEffect OfArgument(IArgumentOperation argument)
    {
        // Volatile.Read(ref x) is x.
        if (argument.Parent is IInvocationOperation { TargetMethod: { Name: "Read" or "CompareExchange" or "Exchange", ContainingType.Name: "Volatile" or "Interlocked" } } read)
            return argument.Parameter?.Ordinal == 0 ? Of(read) : ObjectEffect.Passed;
        if (argument.Parent is IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingType: { } type } method } call && argument.Parameter?.Ordinal == 0
            && type.Name is "Enumerable" or "ParallelEnumerable" or "CollectionExtensions" or "ImmutableArray" or "ImmutableList" or "ImmutableDictionary")
        {
            return ((IInvocationOperation)argument.Parent).IsLazySequence() ? ObjectEffect.Returned : ObjectEffect.Read;
        }

        // A copy is made at once: new List<T>(x), string.Join(",", x), array.CopyTo.
        return argument.Parent is IObjectCreationOperation { Type: { } made } && made.ContainingNamespace.IsNamed("System.Collections.Generic")
            || argument.Parent is IInvocationOperation { TargetMethod: { Name: "Join" or "Concat", ContainingType.SpecialType: SpecialType.System_String } }
            ? ObjectEffect.Read
            : argument.Parent is IInvocationOperation { TargetMethod.ContainingType.Name: "Monitor" or "Volatile" or "Interlocked" }
                ? ObjectEffect.None
                : argument.Parent is IInvocationOperation { TargetMethod: var called } && argument.Parameter is { } parameter ? OfArgumentTo(called, parameter) : ObjectEffect.Passed;
    }

    /// <summary><c>Array.Sort(x)</c>, <c>source.CopyTo(x)</c>, <c>other.AddRange(x)</c>.</summary>
    private static ObjectEffect OfArgumentTo(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (!method.DeclaringSyntaxReferences.IsEmpty || method.MethodKind == MethodKind.DelegateInvoke)
            return ObjectEffect.Passed;
        if (parameter.Type is IArrayTypeSymbol && method.Name is "CopyTo" or "Copy" or "BlockCopy" && parameter.Name is "array" or "destinationArray" or "dst")
            return ObjectEffect.Write;
        return MemberWord.OnArgument(method, parameter) switch
        {
            MemberEffect.Read => ObjectEffect.Read,
            MemberEffect.Write => ObjectEffect.Write,
            _ => ObjectEffect.Passed,
        };
    }

    /// <summary>What an object is made with, and keeps: reading it touches nothing that changes.</summary>
    public static bool IsFixed(IPropertySymbol property) =>
        property is { SetMethod: null, IsIndexer: false } && (property.ContainingType.SpecialType is SpecialType.System_Array or SpecialType.System_String || property.Name is "Comparer" or "SyncRoot" or "IsReadOnly" or "IsSynchronized");

    /// <summary>A <c>Hashtable</c> may be looked up by any number of threads while one changes it; enumerating it is another matter.</summary>
    private static bool MayRunBesideWriter(ISymbol member) => member.ContainingType is { Name: "Hashtable" } type && type.ContainingNamespace.IsNamed("System.Collections")
        && member is IPropertySymbol { IsIndexer: true } or IMethodSymbol { Name: "Contains" or "ContainsKey" };

    /// <summary>The catalog says that it is not for several threads, and so which of its members only read.</summary>
    private bool IsCatalogued(INamedTypeSymbol type) => catalog.Find(type) is { Sync.Verdict: Verdict.No };
}
