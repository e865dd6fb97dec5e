using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Follows a task that gives a task, through variables, lists and combinations, to where somebody takes it for the whole.</summary>
internal sealed class OuterTasks(IOperation block)
{
    private readonly HashSet<IOperation> _visited = [];

    /// <summary>The call makes a task out of a delegate that gives one itself.</summary>
    public static bool IsCreation(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: not ("Unwrap" or "FromResult" or "WhenAny") } call => TaskTypes.IsNested(call.Type) && HasAsyncDelegate(call.Arguments),
        IObjectCreationOperation creation => TaskTypes.IsNested(creation.Type) && HasAsyncDelegate(creation.Arguments),
        _ => false,
    };

    /// <summary>Null: whoever joins it joins the inner one as well, or nobody does.</summary>
    public OuterTask? Of(IOperation creation)
    {
        _visited.Clear();
        return Follow(creation, creation);
    }

    private static bool HasAsyncDelegate(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (AsyncDelegates.ReturnsTask(argument.Value))
                return true;
        }

        return false;
    }

    private OuterTask? Follow(IOperation value, IOperation creation)
    {
        if (!_visited.Add(value))
            return null;
        switch (value.UsedBy())
        {
            case IAwaitOperation await:
                return IsDropped(await) ? new OuterTask(creation, await.Syntax, OuterTaskEnd.Joined) : null;
            case IInvocationOperation call when call.Instance?.Unwrap() == value.Unwrap():
                return OfCall(call, creation);
            case IArgumentOperation { Parent: IInvocationOperation taker }:
                return OfArgument(taker, creation);
            case IArrayInitializerOperation { Parent: IArrayCreationOperation array }:
                return Follow(array, creation);
            case ICollectionExpressionOperation elements:
                return Follow(elements, creation);
            case IConditionalOperation or ICoalesceOperation when value.UsedBy() is { } choice && choice.Type is not null:
                return Follow(choice, creation);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return OfVariable(local, creation);
            case ISimpleAssignmentOperation assignment when assignment.Value.Unwrap() == value.Unwrap():
                return OfTarget(assignment.Target.Unwrap(), creation);
            case IReturnOperation returned when ReturnsPlainTask(returned):
                return new OuterTask(creation, returned.Syntax, OuterTaskEnd.Returned);
            default:
                return null;
        }
    }

    private OuterTask? OfCall(IInvocationOperation call, IOperation creation) => call.TargetMethod.Name switch
    {
        "Wait" => new OuterTask(creation, call.Syntax, OuterTaskEnd.Joined),
        "GetResult" => IsDropped(call) ? new OuterTask(creation, call.Syntax, OuterTaskEnd.Joined) : null,
        "ConfigureAwait" or "WaitAsync" or "GetAwaiter" or "AsTask" => Follow(call, creation),
        _ => null,
    };

    private OuterTask? OfArgument(IInvocationOperation taker, IOperation creation)
    {
        switch (taker.TargetMethod.Name)
        {
            case "WaitAll":
                return new OuterTask(creation, taker.Syntax, OuterTaskEnd.Joined);
            case "WhenAll" or "ToArray" or "ToList":
                return Follow(taker, creation);
            case "Add" when taker.Instance?.Unwrap() is ILocalReferenceOperation { Local: var list }:
                return OfVariable(list, creation);
            default:
                return null;
        }
    }

    private OuterTask? OfTarget(IOperation target, IOperation creation) => target switch
    {
        ILocalReferenceOperation local => OfVariable(local.Local, creation),
        IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation array } => OfVariable(array.Local, creation),
        IMemberReferenceOperation { Member: { } member } when JoinOf(member) is { } join => new OuterTask(creation, join, OuterTaskEnd.Joined),
        _ => null,
    };

    private OuterTask? OfVariable(ILocalSymbol local, IOperation creation)
    {
        foreach (var operation in block.Descendants())
        {
            if (operation is ILocalReferenceOperation { IsDeclaration: false } reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && Follow(reference, creation) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>By the syntax alone: where the type waits for the task that it keeps as a plain one.</summary>
    private static SyntaxNode? JoinOf(ISymbol member)
    {
        if (TaskTypes.IsNested(member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type))
            return null;
        foreach (var declaration in member.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var node in declaration.GetSyntax().DescendantNodes())
            {
                if (node is IdentifierNameSyntax { Identifier.ValueText: var name } && name == member.Name && JoinAround(node) is { } join)
                    return join;
            }
        }

        return null;
    }

    private static SyntaxNode? JoinAround(SyntaxNode name)
    {
        for (var at = name.Parent; at is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; at = at.Parent)
        {
            switch (at)
            {
                case AwaitExpressionSyntax:
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" or "WaitAll" } }:
                case InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Wait" } }:
                    return at;
                case AssignmentExpressionSyntax assignment when assignment.Left.Span.Contains(name.Span):
                    return null;
            }
        }

        return null;
    }

    /// <summary>Nobody looks at the inner task that comes out.</summary>
    private static bool IsDropped(IOperation value) => value.UsedBy() is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    /// <summary>The function promises a plain task: its callers know of no other.</summary>
    private static bool ReturnsPlainTask(IReturnOperation returned)
    {
        var type = returned.EnclosingFunction() switch
        {
            IAnonymousFunctionOperation { Symbol: { IsAsync: false } lambda } => lambda.ReturnType,
            ILocalFunctionOperation { Symbol: { IsAsync: false } local } => local.ReturnType,
            null when returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart) is IMethodSymbol { IsAsync: false } method => method.ReturnType,
            _ => null,
        };
        return TaskTypes.IsTask(type) && TaskTypes.ResultOf(type) is null;
    }
}
