using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>A call that is the last thing under a <c>lock</c> comes right after it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CallOutUnderLockFix() : StepwiseCodeFix(Descriptors.FEAR3011_CallOutUnderLock)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax { Parent: LockStatementSyntax around } }
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        return CallAfterLock.Of(root, model, node, around, method => TouchesState(method, cancellationToken), cancellationToken);
    }

    /// <summary>A member of the same source that may come to what the lock protects: by itself, or by what it calls or an override does.</summary>
    private static bool TouchesState(IMethodSymbol method, CancellationToken cancellationToken) => method.DeclaringSyntaxReferences.Length > 0
        && (method.IsVirtual || method.IsAbstract || method.IsOverride
            || method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => MayBeState(name, method.ContainingType)));

    private static bool MayBeState(IdentifierNameSyntax name, INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers(name.Identifier.ValueText))
        {
            if (member is IMethodSymbol or IPropertySymbol or IFieldSymbol { IsReadOnly: false, IsConst: false, Type.TypeKind: not TypeKind.Delegate }
                || member is IFieldSymbol { IsConst: false, Type: { IsReferenceType: true, TypeKind: not TypeKind.Delegate } })
                return true;
        }

        return false;
    }
}
