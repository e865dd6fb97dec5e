using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Calls that no call is written for: operators, conversions, deconstruction, what an <c>await</c> asks of a type that is no task. Those of
/// <c>using</c>, <c>foreach</c> and initialisers are spelled out by the control-flow graph.
/// </summary>
internal static class ImplicitCalls
{
    /// <param name="operation">The operation itself; what is inside it is asked for on its own.</param>
    /// <param name="model">Knows what the operation tree leaves out; null: then those are left out here, too.</param>
    public static IEnumerable<CallShape> Of(IOperation operation, SemanticModel? model)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorMethod: { } method } binary:
                yield return CallShape.OfOperator(method, binary.Syntax, binary.LeftOperand, binary.RightOperand);
                break;
            case IUnaryOperation { OperatorMethod: { } method } unary:
                yield return CallShape.OfOperator(method, unary.Syntax, unary.Operand);
                break;
            case IConversionOperation { OperatorMethod: { } method } conversion:
                yield return CallShape.OfOperator(method, conversion.Syntax, conversion.Operand);
                break;
            case IIncrementOrDecrementOperation { OperatorMethod: { } method } increment:
                yield return CallShape.OfOperator(method, increment.Syntax, increment.Target);
                break;
            case ICompoundAssignmentOperation compound:
                if (compound.InConversion.MethodSymbol is { } before)
                    yield return CallShape.OfOperator(before, compound.Syntax, compound.Target);
                if (compound.OperatorMethod is { } combines)
                    yield return CallShape.OfOperator(combines, compound.Syntax, compound.Target, compound.Value);
                if (compound.OutConversion.MethodSymbol is { } after)
                    yield return new CallShape(after, null, [], compound.Syntax);
                break;
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax } deconstruction when model is not null:
                foreach (var method in MethodsOf(model.GetDeconstructionInfo(syntax)))
                    yield return new CallShape(method, deconstruction.Value, [], syntax);
                break;
            case IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } pattern:
                yield return new CallShape(method, (pattern.Parent as IIsPatternOperation)?.Value, [], pattern.Syntax);
                break;
            case IAwaitOperation { Syntax: AwaitExpressionSyntax syntax } await when model is not null && IsOwn(await.Operation.Type):
                var info = model.GetAwaitExpressionInfo(syntax);
                if (info.GetAwaiterMethod is { } getAwaiter)
                    yield return new CallShape(getAwaiter, await.Operation, [], syntax);
                if (info.IsCompletedProperty?.GetMethod is { } isCompleted)
                    yield return new CallShape(isCompleted, null, [], syntax);
                if (info.GetResultMethod is { } getResult)
                    yield return new CallShape(getResult, null, [], syntax);
                break;
        }
    }

    private static bool IsOwn(ITypeSymbol? type) => type is { DeclaringSyntaxReferences.IsEmpty: false };

    private static IEnumerable<IMethodSymbol> MethodsOf(DeconstructionInfo info)
    {
        if (info.Method is { } method)
            yield return method;
        foreach (var nested in info.Nested)
        {
            foreach (var inner in MethodsOf(nested))
                yield return inner;
        }
    }
}
