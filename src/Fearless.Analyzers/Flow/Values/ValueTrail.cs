using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Where a value goes within its body: into locals, and what is computed from them. <c>Read(ref _due) &lt; now</c> and <c>var due = Read(ref _due); …;
/// due &lt; now</c> are one and the same question.
/// </summary>
internal sealed class ValueTrail
{
    private readonly IOperation _value;
    private readonly HashSet<ISymbol> _carriers = new(SymbolEqualityComparer.Default);

    private ValueTrail(IOperation value, ValueSources sources, bool isExact, bool hasResults = false)
    {
        _value = value;
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var variable in sources.Variables)
            {
                if (!_carriers.Contains(variable) && variable is ILocalSymbol && Receives(sources.Of(variable), isExact, hasResults))
                    grows |= _carriers.Add(variable);
            }
        }
    }

    /// <summary>The locals that hold it, or something that was computed from it.</summary>
    public IReadOnlyCollection<ISymbol> Carriers => _carriers;

    /// <summary>With everything that is computed from the value.</summary>
    public static ValueTrail Of(IOperation value, ValueSources sources) => new(value, sources, isExact: false);

    /// <summary>The value itself only, under all of its names.</summary>
    public static ValueTrail OfSame(IOperation value, ValueSources sources) => new(value, sources, isExact: true);

    /// <summary>What a call returns and what it stores by reference, under all of their names.</summary>
    public static ValueTrail OfAnswer(IOperation call, ValueSources sources) => new(call, sources, isExact: true, hasResults: true);

    /// <summary>The value, or one of its names, is somewhere in it.</summary>
    public bool IsIn(IOperation expression)
    {
        foreach (var part in expression.DescendantsAndSelf())
        {
            if (part is IAnonymousFunctionOperation)
                return false;
            if (IsAt(part))
                return true;
        }

        return false;
    }

    /// <summary>It is the value, or one of its names.</summary>
    public bool IsAt(IOperation part) => part == _value || (part is ILocalReferenceOperation { IsDeclaration: false } local && _carriers.Contains(local.Local));

    private bool Receives(IReadOnlyList<ValueSource> sources, bool isExact, bool hasResults)
    {
        foreach (var source in sources)
        {
            if (isExact ? source.Step == ValueStep.Whole && IsSame(source.Operation) : IsIn(source.Operation))
                return true;
            if (hasResults && source.Step == ValueStep.Result && source.Operation == _value)
                return true;
        }

        return false;
    }

    private bool IsSame(IOperation value) => value.Unwrap() switch
    {
        ICoalesceOperation coalesce => IsSame(coalesce.Value) || IsSame(coalesce.WhenNull),
        IConditionalOperation { WhenFalse: { } otherwise } choice => IsSame(choice.WhenTrue) || IsSame(otherwise),
        ISimpleAssignmentOperation assignment => IsSame(assignment.Value),
        { } other => IsAt(other),
    };
}
