using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Types;

/// <summary>Looks behind the declared type of an expression: what was made, what a closure captures, what was converted.</summary>
internal static class KnownValues
{
    /// <summary>Adds what the value consists of; nothing for null and for closures that capture nothing.</summary>
    public static void Add(IOperation value, List<KnownValue> into)
    {
        value = value.Unwrap();
        switch (value)
        {
            case { ConstantValue.HasValue: true } or IDefaultValueOperation { Type.IsReferenceType: true }:
                break;
            case IObjectCreationOperation { Type: { } made }:
                into.Add(new KnownValue(made, isExact: true));
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                Add(conditional.WhenTrue, into);
                Add(otherwise, into);
                break;
            case ICoalesceOperation coalesce:
                Add(coalesce.Value, into);
                Add(coalesce.WhenNull, into);
                break;
            case IThrowOperation:
                break;
            case IInvocationOperation { TargetMethod: { Name: "Synchronized", IsStatic: true } factory, Type: { } wrapped } when IsSynchronizing(factory):
                into.Add(new KnownValue(wrapped, isExact: true, isSynchronized: true));
                break;
            case IDelegateCreationOperation creation:
                AddDelegate(creation.Target, creation.Type, into);
                break;
            case ICollectionExpressionOperation { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface, TypeArguments.Length: 1 } collection }
                when collection.Name is "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection":
                // The compiler makes a list for it that nobody can change.
                into.Add(new KnownValue(collection.TypeArguments[0], isExact: false));
                break;
            default:
                if (value.Type is { } type)
                    into.Add(new KnownValue(type, isExact: false));
                break;
        }
    }

    /// <summary>The wrapper that comes out locks for each call, though its type does not say so.</summary>
    private static bool IsSynchronizing(IMethodSymbol factory) =>
        factory.ContainingType.ContainingNamespace.IsNamed("System.Collections") || factory.ContainingType is { Name: "TextWriter" or "TextReader" or "Stream" } type && type.ContainingNamespace.IsNamed("System.IO");

    private static void AddDelegate(IOperation target, ITypeSymbol? type, List<KnownValue> into)
    {
        switch (target)
        {
            case IAnonymousFunctionOperation closure:
                foreach (var capture in Captures.Of(closure))
                    into.Add(new KnownValue(capture.Type, isExact: false));
                break;
            case IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } reference:
                if (reference.Instance?.Type is { } receiver)
                    into.Add(new KnownValue(receiver, isExact: false));
                break;
            default:
                if (type is not null)
                    into.Add(new KnownValue(type, isExact: false));
                break;
        }
    }
}
