using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>The calls that take the lock for reading around the write take it for writing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WriteLockFix() : FearlessCodeFix(Descriptors.FEAR4013_WrittenUnderReadLock)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } write
            || write.AncestorsAndSelf().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is not { } function)
        {
            return [];
        }

        // One lock, taken once and not for writing as well: then it is clear which calls belong to the write.
        var calls = function.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(static access => access.Name.Identifier.ValueText is "EnterReadLock" or "ExitReadLock").ToList();
        if (calls.Count(static access => access.Name.Identifier.ValueText == "EnterReadLock") != 1 || calls.Select(static access => access.Expression.ToString()).Distinct().Count() != 1
            || function.DescendantNodes().OfType<IdentifierNameSyntax>().Any(static name => name.Identifier.ValueText is "EnterWriteLock" or "EnterUpgradeableReadLock" or "IsReadLockHeld"))
        {
            return [];
        }

        return [new FixOffer("Take the lock for writing", "TakeForWriting", (editor, session) =>
        {
            foreach (var call in calls)
            {
                if (session.Once(call))
                    editor.ReplaceNode(call.Name, SyntaxFactory.IdentifierName(call.Name.Identifier.ValueText.Replace("Read", "Write")).WithTriviaFrom(call.Name));
            }
        })];
    }
}
