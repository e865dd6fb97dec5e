using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>What stands behind the delegates and <c>Lazy</c> objects that members hold: everything that this compilation puts there.</summary>
internal sealed class StoredDelegates(Compilation compilation)
{
    // Behind more than this stands anything.
    private const int MaxCount = 8;

    private readonly MemberValues _values = new(compilation);

    /// <param name="call">The call of the delegate, or the read of the value.</param>
    /// <param name="holder">The delegate.</param>
    /// <param name="cancellation">Ends it.</param>
    public ImmutableArray<CallTarget> Behind(ObjectCall call, IOperation? holder, CancellationToken cancellation)
    {
        if (call.NameOf(holder) is not { LastMember: { } member } path)
            return [];
        var targets = ImmutableArray.CreateBuilder<CallTarget>();
        foreach (var value in _values.Of(member, cancellation))
        {
            // What an object stores in itself knows the object by the name that the caller has for it.
            var self = value.IsOwn ? path.Owner : null;
            Add(value.Operation, new Binding(self, []), targets);
        }

        return targets.Count > MaxCount ? [] : targets.ToImmutable();
    }

    /// <summary>What a delegate runs that is made here and kept.</summary>
    public static ImmutableArray<CallTarget> Made(IOperation value, Binding binding)
    {
        var targets = ImmutableArray.CreateBuilder<CallTarget>();
        Add(value, binding, targets);
        return targets.ToImmutable();
    }

    private static void Add(IOperation value, Binding binding, ImmutableArray<CallTarget>.Builder targets)
    {
        switch (value.Unwrap())
        {
            case IDelegateCreationOperation creation:
                Add(creation.Target, binding, targets);
                break;
            case IObjectCreationOperation { Type.Name: "Lazy", Arguments: { Length: > 0 } arguments }:
                Add(arguments[0].Value, binding, targets);
                break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.Ordinary } method } reference:
                var isThis = reference.Instance is null or IInstanceReferenceOperation;
                targets.Add(new CallTarget(new FunctionKey(method.OriginalDefinition), isThis ? binding : new Binding(null, [])));
                break;
            case IFlowAnonymousFunctionOperation lambda:
                AddLambda(lambda.Symbol, lambda.Syntax, null, binding, targets);
                break;
            case IAnonymousFunctionOperation lambda:
                AddLambda(lambda.Symbol, lambda.Syntax, lambda.Body, binding, targets);
                break;
        }
    }

    private static void AddLambda(IMethodSymbol lambda, SyntaxNode syntax, IOperation? body, Binding binding, ImmutableArray<CallTarget>.Builder targets)
    {
        if (MethodAround(lambda) is { } around)
        {
            if (FunctionSyntax.Outermost(syntax) == syntax)
                targets.Add(new CallTarget(new FunctionKey(around.OriginalDefinition, syntax), binding));
            return;
        }

        // In an initialiser, whose body is no method's: what the lambda calls.
        foreach (var inner in body?.Descendants() ?? [])
        {
            if (inner is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary } called })
                targets.Add(new CallTarget(new FunctionKey(called.OriginalDefinition), called.IsStatic ? new Binding(null, []) : binding));
        }
    }

    private static IMethodSymbol? MethodAround(IMethodSymbol lambda)
    {
        var around = lambda.ContainingSymbol;
        while (around is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            around = around.ContainingSymbol;
        return around as IMethodSymbol;
    }
}
