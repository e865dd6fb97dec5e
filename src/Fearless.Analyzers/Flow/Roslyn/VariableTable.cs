using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// The local variables of a member, its lambdas and local functions included: what is assigned to them, and where. Flow-insensitive:
/// a variable that is assigned once is another name for the value.
/// </summary>
internal sealed class VariableTable
{
    private readonly Dictionary<ISymbol, List<IOperation?>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, (ISymbol Owner, ISymbol Member)> _parts = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _states = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _disposals = new(SymbolEqualityComparer.Default);

    /// <summary>The only value that the variable ever has, if its declaration gives it one.</summary>
    public IOperation? OnlyValueOf(ISymbol variable) =>
        _values.TryGetValue(variable, out var values) && values.Count == 1 ? values[0] : null;

    /// <summary>Everything that is assigned to it; null entries stand for values that are not in sight (<c>out</c>, <c>ref</c>, patterns).</summary>
    public IReadOnlyList<IOperation?> ValuesOf(ISymbol variable) => _values.TryGetValue(variable, out var values) ? values : [];

    /// <summary><c>is Tank { Valve: var valve } tank</c>: <c>valve</c> is another name for <c>tank.Valve</c>.</summary>
    public (ISymbol Owner, ISymbol Member)? PartOf(ISymbol variable) => _parts.TryGetValue(variable, out var part) ? part : null;

    /// <summary>What is handed over for the lambda's parameter by the call that is given the lambda (<see cref="StateArgument"/>).</summary>
    public IOperation? StateOf(IParameterSymbol parameter) => _states.TryGetValue(parameter, out var state) && !_values.ContainsKey(parameter) ? state : null;

    /// <summary>The variables of functions around it that a lambda or local function disposes.</summary>
    public IReadOnlyList<IOperation> DisposedBy(IMethodSymbol function) => _disposals.TryGetValue(function, out var disposals) ? disposals : [];

    public void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "Dispose", Instance: { } disposed }:
                AddDisposal(disposed.Unwrap());
                break;
            case IUsingOperation { Resources: { } resource }:
                AddDisposal(resource.Unwrap());
                break;
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                Add(declarator.Symbol, initializer.Value);
                break;
            case IVariableDeclaratorOperation { Parent: IVariableDeclarationOperation { Initializer: { } shared } } declarator:
                Add(declarator.Symbol, shared.Value);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment when Variable(assignment.Target) is { } target:
                Add(target, assignment.Value);
                break;
            case IAssignmentOperation assignment when Variable(assignment.Target) is { } target:
                Add(target, null);
                break;
            case IIncrementOrDecrementOperation increment when Variable(increment.Target) is { } target:
                Add(target, null);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when Variable(argument.Value) is { } target:
                Add(target, null);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } pattern:
                Add(declared, ((pattern.Parent is INegatedPatternOperation not ? not.Parent : pattern.Parent) as IIsPatternOperation)?.Value);
                break;
            case IAnonymousFunctionOperation lambda when lambda.UsedBy() is IDelegateCreationOperation made && made.UsedBy() is IArgumentOperation { Parent: { } call }
                && StateArgument.For(lambda.Symbol, call) is { } state:
                _states[state.Parameter] = state.Value;
                break;
            case IPropertySubpatternOperation
            {
                Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } part }, Member: IMemberReferenceOperation { Member: var member },
                Parent: IRecursivePatternOperation { DeclaredSymbol: { } owner },
            }:
                _parts[part] = (owner, member.OriginalDefinition);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var part in deconstruction.Target.Descendants())
                {
                    if (Variable(part) is { } target)
                        Add(target, null);
                }

                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                    Add(local, null);
                break;
        }
    }

    private static ISymbol? Variable(IOperation? target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        _ => null,
    };

    private void AddDisposal(IOperation disposed)
    {
        if (disposed is IConditionalAccessInstanceOperation)
        {
            var access = disposed.Parent;
            while (access is not (null or IConditionalAccessOperation))
                access = access.Parent;
            disposed = (access as IConditionalAccessOperation)?.Operation.Unwrap() ?? disposed;
        }

        if (disposed is not ILocalReferenceOperation { Local: var local })
            return;
        for (var around = disposed.Parent; around is not null; around = around.Parent)
        {
            var function = around switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation named => named.Symbol,
                _ => null,
            };
            if (function is null)
                continue;
            if (SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, function))
                return;
            if (!_disposals.TryGetValue(function, out var disposals))
                _disposals.Add(function, disposals = []);
            disposals.Add(disposed);
        }
    }

    private void Add(ISymbol variable, IOperation? value)
    {
        if (!_values.TryGetValue(variable, out var values))
            _values.Add(variable, values = []);
        values.Add(value);
    }
}
