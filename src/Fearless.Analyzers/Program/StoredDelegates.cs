using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            case IAnonymousFunctionOperation lambda when MethodAround(lambda.Syntax) is { } around && lambda.SemanticModel?.GetDeclaredSymbol(around) is IMethodSymbol method:
                if (FunctionSyntax.Outermost(lambda.Syntax) == lambda.Syntax)
                    targets.Add(new CallTarget(new FunctionKey(method.OriginalDefinition, lambda.Syntax), binding));
                break;

            // In an initialiser, whose body is no method's: what the lambda calls.
            case IAnonymousFunctionOperation lambda:
                foreach (var inner in lambda.Body.Descendants())
                {
                    if (inner is IInvocationOperation { TargetMethod.MethodKind: MethodKind.Ordinary } call)
                        targets.Add(new CallTarget(new FunctionKey(call.TargetMethod.OriginalDefinition), call.TargetMethod.IsStatic ? new Binding(null, []) : binding));
                }

                break;
        }
    }

    private static SyntaxNode? MethodAround(SyntaxNode node)
    {
        for (var around = node.Parent; around is not (null or TypeDeclarationSyntax); around = around.Parent)
        {
            if (around is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
                return around;
        }

        return null;
    }
}
