using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>The blocks of TPL Dataflow run their delegate one message at a time, unless their options say otherwise.</summary>
internal static class DataflowBlocks
{
    /// <param name="argument">The delegate.</param>
    /// <param name="variables">To find options that are kept in a variable.</param>
    public static SpawnDescription? Of(IArgumentOperation argument, VariableTable variables)
    {
        if (argument is not { Parameter.Type.TypeKind: TypeKind.Delegate, Parent: IObjectCreationOperation { Type: { Name: "ActionBlock" or "TransformBlock" or "TransformManyBlock" } type } creation }
            || !type.ContainingNamespace.IsNamed("System.Threading.Tasks.Dataflow"))
        {
            return null;
        }

        foreach (var other in creation.Arguments)
        {
            if (other.Value.Type?.Name == "ExecutionDataflowBlockOptions" && MayOverlap(other.Value, variables))
                return SpawnDescription.Repeated;
        }

        return SpawnDescription.Plain;
    }

    private static bool MayOverlap(IOperation options, VariableTable variables)
    {
        options = options.Unwrap();
        if (options is ILocalReferenceOperation local && variables.OnlyValueOf(local.Local) is { } only)
            options = only.Unwrap();
        foreach (var operation in options.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" }, Value.ConstantValue: var degree })
                return !degree.HasValue || degree.Value is not 1;
        }

        return false;
    }
}
