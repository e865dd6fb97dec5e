using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Types;

/// <summary>What the place of a reference in its expression says about the access.</summary>
internal static class AccessSyntax
{
    public static bool IsWrite(IOperation reference) => reference.UsedBy() switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
        _ => false,
    };

    /// <summary><c>x++</c>, <c>x += y</c>, and <c>x = f(x)</c>: what another thread writes in between is lost.</summary>
    public static bool IsReadModifyWrite(IOperation reference, ISymbol member)
    {
        switch (reference.UsedBy())
        {
            case IIncrementOrDecrementOperation:
                return true;
            case ISimpleAssignmentOperation assignment when assignment.Target == reference:
                return Mentions(assignment.Value, member);
            case IAssignmentOperation assignment:
                return assignment.Target == reference;
            default:
                return false;
        }
    }

    /// <summary>The field is somewhere in it.</summary>
    public static bool Mentions(IOperation value, ISymbol field)
    {
        foreach (var part in value.DescendantsAndSelf())
        {
            if (part is IFieldReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Field.OriginalDefinition, field.OriginalDefinition))
                return true;
        }

        return false;
    }
}
