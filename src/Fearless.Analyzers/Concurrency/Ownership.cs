using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Why a value does not belong to the code that gives it away, although it names it.</summary>
internal enum Owner
{
    /// <summary>It does, or nobody knows.</summary>
    Self,

    /// <summary>A parameter that is not marked <c>[Moved]</c>.</summary>
    Caller,

    /// <summary>A <c>[Moved] ref</c> parameter: the caller goes on with what is in it.</summary>
    CallerAgain,

    /// <summary>A field that goes on referring to it.</summary>
    Member,

    /// <summary>A lock, through the guard.</summary>
    Lock,

    /// <summary>A holder that has one for each thread.</summary>
    Thread,
}

/// <summary>Who else has a value, as far as one body shows.</summary>
internal sealed class Ownership(IOperation body, ISymbol member, VariableTable variables)
{
    public Owner Of(IOperation value, out ISymbol? symbol)
    {
        symbol = null;
        for (var depth = 0; depth < 4; depth++)
        {
            value = value.Unwrap();
            if (value is not ILocalReferenceOperation local || variables.OnlyValueOf(local.Local) is not { } only)
                break;
            value = only;
        }

        switch (value)
        {
            case IParameterReferenceOperation { Parameter: var parameter } reference when !PathResolver.IsPrimaryConstructorCapture(reference):
                symbol = parameter;
                return OfParameter(parameter);
            case IPropertyReferenceOperation { Instance: { } guard } content when IsGuard(guard.Type):
                symbol = content.Property;
                return IsReplaced(content.Property) ? Owner.Self : Owner.Lock;
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field:
                symbol = field.Field;
                return IsReplaced(field.Field) ? Owner.Self : Owner.Member;
            case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property when ObjectPaths.IsAuto(property.Property):
                symbol = property.Property;
                return IsReplaced(property.Property) ? Owner.Self : Owner.Member;
            default:
                return Owner.Self;
        }
    }

    /// <summary>Who else has what the exit gives away, through names that lead there on the way to it.</summary>
    public Owner Of(ValueExit exit, out ISymbol? symbol)
    {
        foreach (var owner in exit.Owners)
        {
            symbol = owner.Path.LastMember ?? owner.Path.Variable;
            var found = owner.Kind switch
            {
                OwnerKind.Lock => Owner.Lock,
                OwnerKind.Thread => Owner.Thread,
                OwnerKind.Parameter when symbol is IParameterSymbol parameter => OfParameter(parameter),
                OwnerKind.Member when symbol is not null && !IsReplaced(symbol) => Owner.Member,
                _ => Owner.Self,
            };
            if (found != Owner.Self)
                return found;
        }

        symbol = null;
        return Owner.Self;
    }

    /// <summary>What a lock protects is reached through it.</summary>
    public static bool IsGuard(ITypeSymbol? type) =>
        type is { Name: "MutexGuard" or "WriteGuard" or "ReadGuard" or "MutexPairGuard" or "AsyncMutexGuard" or "AsyncWriteGuard" or "AsyncReadGuard" }
        && (type.ContainingNamespace.IsNamed("Fearless") || type.ContainingNamespace.IsNamed("Fearless.Async"));

    private Owner OfParameter(IParameterSymbol parameter)
    {
        if (!SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, member) || variables.ValuesOf(parameter).Count > 0)
            return Owner.Self;
        var isMoved = parameter.HasMarker("MovedAttribute") || parameter.HasMarker("MovedWhenAttribute");
        return parameter.RefKind switch
        {
            RefKind.None => isMoved ? Owner.Self : Owner.Caller,
            RefKind.Ref => isMoved ? Owner.CallerAgain : Owner.Caller,
            _ => Owner.Self,
        };
    }

    /// <summary>Something else is put into its place, before or after.</summary>
    private bool IsReplaced(ISymbol storage)
    {
        foreach (var operation in body.Descendants())
        {
            var target = operation switch
            {
                ISimpleAssignmentOperation assignment => assignment.Target,
                ICoalesceAssignmentOperation => null,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                _ => null,
            };
            if (target is IMemberReferenceOperation { Member: { } written } && SymbolEqualityComparer.Default.Equals(written, storage))
                return true;
        }

        return false;
    }
}
