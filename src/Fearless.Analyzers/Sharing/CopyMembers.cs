using System.Collections.Concurrent;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Members of structs that nobody calls where the struct is stored, in a field, an array or behind a reference: what they read is a copy that one thread
/// has for itself.
/// </summary>
internal sealed class CopyMembers(Compilation compilation, NameTrees names)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>All callers are in sight, and there are some.</summary>
    public bool AreAsked(ISymbol member, CancellationToken cancellation)
    {
        if (member is IMethodSymbol { AssociatedSymbol: IPropertySymbol property })
            member = property;
        if (!_known.TryGetValue(member, out var isAsked))
        {
            isAsked = IsInSight(member) && Find(member, cancellation);
            _known.TryAdd(member, isAsked);
        }

        return isAsked;
    }

    private bool Find(ISymbol member, CancellationToken cancellation)
    {
        var isAsked = false;
        foreach (var use in names.UsesOf(member.Name, cancellation))
        {
            var model = SourceModels.Of(compilation, use.SyntaxTree);
            if (!SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellation).Symbol?.OriginalDefinition, member.OriginalDefinition))
                continue;
            if (use.Parent is not MemberAccessExpressionSyntax { Expression: var receiver } access || access.Name != use
                || model.GetOperation(receiver, cancellation)?.Unwrap() is not { } value || !IsCopy(value))
            {
                return false;
            }

            isAsked = true;
        }

        return isAsked;
    }

    private static bool IsCopy(IOperation value) => value switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None } => true,
        IInvocationOperation { TargetMethod.RefKind: RefKind.None } or IObjectCreationOperation or IDefaultValueOperation => true,
        _ => false,
    };

    private static bool IsInSight(ISymbol member)
    {
        for (var symbol = member; symbol is not null; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return true;
        }

        return false;
    }
}
