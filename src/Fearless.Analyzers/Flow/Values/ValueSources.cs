using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Where the variables of a body have their values from, however that is written: an initializer, an assignment, an <c>out</c> argument, a pattern,
/// a loop. One more name on the way must make no difference to whoever asks where a value comes from or where it goes.
/// </summary>
internal sealed class ValueSources
{
    private static readonly IReadOnlyList<ValueSource> _none = [];

    private readonly Dictionary<ISymbol, List<ValueSource>> _sources = new(SymbolEqualityComparer.Default);

    private ValueSources()
    {
    }

    /// <summary>The variables that have values.</summary>
    public IReadOnlyCollection<ISymbol> Variables => _sources.Keys;

    public static ValueSources In(IOperation root)
    {
        var sources = new ValueSources();
        foreach (var operation in root.DescendantsAndSelf())
            sources.Visit(operation);
        return sources;
    }

    public IReadOnlyList<ValueSource> Of(ISymbol variable) => _sources.TryGetValue(variable, out var sources) ? sources : _none;

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initializer:
                Add(declarator.Symbol, initializer.Value, ValueStep.Whole);
                break;
            case ISimpleAssignmentOperation assignment:
                Add(VariableOf(assignment.Target), assignment.Value, ValueStep.Whole);
                break;
            case ICoalesceAssignmentOperation assignment:
                Add(VariableOf(assignment.Target), assignment.Value, ValueStep.Whole);
                break;
            case ICompoundAssignmentOperation assignment:
                Add(VariableOf(assignment.Target), assignment.Value, ValueStep.Part);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Parent: IInvocationOperation call } argument:
                Add(VariableOf(argument.Value), call, ValueStep.Result);
                break;
            case IIsPatternOperation match:
                AddPattern(match.Pattern, match.Value, ValueStep.Whole);
                break;
            case ISwitchOperation choice:
                foreach (var section in choice.Cases)
                {
                    foreach (var clause in section.Clauses)
                    {
                        if (clause is IPatternCaseClauseOperation { Pattern: { } pattern })
                            AddPattern(pattern, choice.Value, ValueStep.Whole);
                    }
                }

                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    AddPattern(arm.Pattern, choice.Value, ValueStep.Whole);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                    Add(local, loop.Collection, ValueStep.Element);
                break;
            case IDeconstructionAssignmentOperation { Target: var target, Value: var value }:
                foreach (var part in target.DescendantsAndSelf())
                    Add(VariableOf(part), value, ValueStep.Part);
                break;
        }
    }

    private void AddPattern(IPatternOperation pattern, IOperation value, ValueStep step)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                Add(declaration.DeclaredSymbol, value, step);
                break;
            case IRecursivePatternOperation recursive:
                Add(recursive.DeclaredSymbol, value, step);
                foreach (var part in recursive.PropertySubpatterns)
                    AddPattern(part.Pattern, value, ValueStep.Part);
                foreach (var part in recursive.DeconstructionSubpatterns)
                    AddPattern(part, value, ValueStep.Part);
                break;
            case INegatedPatternOperation negated:
                AddPattern(negated.Pattern, value, step);
                break;
            case IBinaryPatternOperation binary:
                AddPattern(binary.LeftPattern, value, step);
                AddPattern(binary.RightPattern, value, step);
                break;
        }
    }

    private void Add(ISymbol? variable, IOperation value, ValueStep step)
    {
        if (variable is null)
            return;
        if (!_sources.TryGetValue(variable, out var sources))
            _sources.Add(variable, sources = []);
        sources.Add(new ValueSource(value, step));
    }

    internal static ISymbol? VariableOf(IOperation target) => target.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
        _ => null,
    };
}
