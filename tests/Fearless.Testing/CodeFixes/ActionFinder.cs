using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Asks the fixers for their actions, and chooses the one that the test means.</summary>
internal sealed class ActionFinder(CodeFixSettings fixes, IVerifier verifier)
{
    /// <summary>The first diagnostic for which the wanted action is offered, and that action.</summary>
    public async Task<OfferedAction?> FindFirstAsync(FixableSet diagnostics, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in diagnostics.All)
        {
            if (Choose(await GetOfferedAsync(diagnostic, cancellationToken)) is { } chosen)
            {
                return chosen;
            }
        }

        return null;
    }

    public async Task<ImmutableArray<OfferedAction>> GetOfferedAsync(FixableDiagnostic target, CancellationToken cancellationToken)
    {
        var result = ImmutableArray.CreateBuilder<OfferedAction>();
        foreach (var provider in fixes.Providers.Where(p => p.FixableDiagnosticIds.Contains(target.Diagnostic.Id)))
        {
            var actions = new List<CodeAction>();
            var context = new CodeFixContext(target.Document, target.Diagnostic, (action, _) => actions.Add(action), cancellationToken);
            await provider.RegisterCodeFixesAsync(context);
            result.AddRange(actions.SelectMany(Flatten).Select(a => new OfferedAction(target, provider, a)));
        }

        return result.DrainToImmutable();
    }

    private OfferedAction? Choose(ImmutableArray<OfferedAction> offered)
    {
        var byKey = fixes.EquivalenceKey is { } key ? offered.FirstOrDefault(o => o.Action.EquivalenceKey == key) : null;
        if (fixes.ActionIndex is not { } index)
        {
            return fixes.EquivalenceKey is null ? offered.FirstOrDefault() : byKey;
        }

        var byIndex = offered.ElementAtOrDefault(index);
        if (byIndex is not null && fixes.EquivalenceKey is not null && byIndex.Action.EquivalenceKey != fixes.EquivalenceKey)
        {
            verifier.Fail(
                $"The action with index {index} has the equivalence key '{byIndex.Action.EquivalenceKey}', not '{fixes.EquivalenceKey}'.");
        }

        return byIndex;
    }

    private static IEnumerable<CodeAction> Flatten(CodeAction action) =>
        action.NestedActions.IsEmpty ? [action] : action.NestedActions.SelectMany(Flatten);
}
