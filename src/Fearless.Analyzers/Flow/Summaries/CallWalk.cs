using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// The methods that a call leads to, nearest first, each with what its locks are called by the caller. A walk of its own for each question, over
/// summaries that are shared: what is found cannot depend on who asked first, recursion or not.
/// </summary>
internal static class CallWalk
{
    private const int MaxDepth = 5;
    private const int MaxMethods = 60;

    /// <param name="call">A call, or the read of a property.</param>
    /// <param name="paths">How the code around the call names objects.</param>
    /// <param name="summaries">The compilation's.</param>
    /// <param name="enter">Whether to look at what this method calls as well.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IEnumerable<ReachedMethod> From(
        IOperation call, PathResolver paths, MethodSummaries summaries, Func<ReachedMethod, bool> enter, CancellationToken cancellation)
    {
        var seen = new HashSet<(IMethodSymbol, AccessPath?)>();
        var pending = new Queue<ReachedMethod>();
        Enqueue(call, paths.Resolve, null);
        var budget = MaxMethods;
        while (pending.Count > 0 && budget-- > 0)
        {
            var reached = pending.Dequeue();
            yield return reached;
            if (reached.Depth >= MaxDepth || !enter(reached))
                continue;
            foreach (var next in reached.Summary.Calls)
                Enqueue(next, operation => reached.Binding.Translate(reached.Summary.Paths.Resolve(operation)), reached);
        }

        void Enqueue(IOperation next, Func<IOperation?, AccessPath?> resolve, ReachedMethod? from)
        {
            Binding? binding = null;
            foreach (var target in Targets(next, summaries))
            {
                if (summaries.Of(target, cancellation) is not { IsIterator: false } summary)
                    continue;
                binding ??= Binding.Of(next, resolve);
                if (seen.Add((target.OriginalDefinition, binding.Self)))
                    pending.Enqueue(new ReachedMethod(summary, binding, next, from is null ? 0 : from.Depth + 1, from));
            }
        }
    }

    private static ImmutableArray<IMethodSymbol> Targets(IOperation call, MethodSummaries summaries)
    {
        switch (call)
        {
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.ExplicitInterfaceImplementation } method } invocation:
                if (method.IsAsync && !IsWaitedFor(invocation))
                    return [];
                if (!method.IsAbstract)
                    return [method];
                return Behind(method, invocation.Instance, summaries);
            case IPropertyReferenceOperation { Property: { IsAbstract: false, GetMethod: { } getter } } property when property.UsedBy() is not IAssignmentOperation:
                return [getter];
            default:
                return [];
        }
    }

    private static ImmutableArray<IMethodSymbol> Behind(IMethodSymbol method, IOperation? instance, MethodSummaries summaries)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface)
            return method.DeclaringSyntaxReferences.IsEmpty ? [] : summaries.Implementations.Of(method);

        // A read-only field that only ever holds what is made here.
        if (instance?.Unwrap() is IFieldReferenceOperation { Field: { IsReadOnly: true } field } && FieldValues.Of(field, summaries.Compilation) is { Count: 1 } values
            && values[0] is { IsExact: true, Type: INamedTypeSymbol type } && type.FindImplementationForInterfaceMember(method) is IMethodSymbol found)
        {
            return [found];
        }

        return IsConfined(method.ContainingType) ? summaries.Implementations.Of(method) : [];
    }

    private static bool IsConfined(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private)
                return true;
        }

        return false;
    }

    /// <summary>An async method that nobody waits for goes on by itself.</summary>
    private static bool IsWaitedFor(IOperation call)
    {
        var user = call.UsedBy();
        while (user is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" } or IArgumentOperation)
            user = user.UsedBy();
        return user is IAwaitOperation or IReturnOperation or IPropertyReferenceOperation { Property.Name: "Result" }
            or IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" };
    }
}
