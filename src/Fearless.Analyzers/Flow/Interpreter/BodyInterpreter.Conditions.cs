using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Conditions that are tested more than once (<c>if (shared) Enter…; …; if (shared) Exit…</c>): the second test comes out as the first did,
/// unless something in it was assigned meanwhile.
/// </summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>What the condition says in terms of variables and fields; null: it calls something, or is asked only once.</summary>
    private ConditionKey? RepeatedCondition(IOperation condition) =>
        model.Conditions.KeyOf(condition, function.Captures) is { } key && model.Conditions.IsRepeated(key) ? key : null;

    private FlowState? AssumeRepeated(FlowState state, ConditionKey key, bool outcome)
    {
        if (state.Locks.Assume(key, outcome) is not { } locks)
            return null;
        return state.With(locks.Select(static (world, arg) => world.With(arg.key, arg.outcome), (key, outcome)));
    }

    /// <summary>The variable or field has a new value: what was known about it is not known any more.</summary>
    private void Forget(IOperation target)
    {
        ISymbol? changed = target.Unwrap() switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };
        if (changed is null || !model.Conditions.Mentions(changed))
            return;
        _state = _state.With(_state.Locks.Select(static (world, changed) => world.Forget(changed), changed));
    }
}
