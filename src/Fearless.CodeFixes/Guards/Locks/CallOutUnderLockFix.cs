using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>A call that is the last thing under a <c>lock</c> comes right after it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CallOutUnderLockFix() : StepwiseCodeFix(Descriptors.FEAR3011_CallOutUnderLock)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // Only where control falls out of the lock behind the call, and the call needs nothing that the lock protects but its target.
        if (node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax { Parent: LockStatementSyntax { Parent: BlockSyntax } around } block } call
            || block.Statements.Count < 2 || block.Statements.Last() != call || call.Expression is not (InvocationExpressionSyntax or ConditionalAccessExpressionSyntax)
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        foreach (var name in call.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            switch (model!.GetSymbolInfo(name, cancellationToken).Symbol)
            {
                case IMethodSymbol method when TouchesState(method, cancellationToken):
                    return null;
                case ILocalSymbol local when local.DeclaringSyntaxReferences.Any(reference => around.Span.Contains(reference.Span)):
                case IFieldSymbol { IsReadOnly: false, IsConst: false, Type.TypeKind: not TypeKind.Delegate }:
                    return null;
                case IPropertySymbol { IsStatic: false } when name.FirstAncestorOrSelf<ArgumentSyntax>() is not null:
                    return null;
            }
        }

        var shorter = around.WithStatement(block.RemoveNode(call, SyntaxRemoveOptions.KeepNoTrivia)!);
        var moved = StatementEdits.Below(call, [LineEndings.In(root)]).WithAdditionalAnnotations(Formatter.Annotation);
        return new FixStep("Call it after the lock", "CallAfterLock", root.ReplaceNode(around, [shorter, moved]));
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
