using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What a lock protects is asked for through a guard that has released it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpentGuard() : LockFactsRule(Descriptors.FEAR3013_SpentGuard)
{
    internal override void Check(LockCheck check)
    {
        foreach (var use in check.Facts.Locks.GuardUses)
        {
            if (!use.MayBeHeld && DisposalBefore(check, use) is { } disposal)
                check.Report(Descriptors.FEAR3013_SpentGuard, use.Use.Syntax, [disposal], use.Guard.Name, LockCheck.LineOf(disposal));
        }
    }

    /// <summary>An explicit one, and nobody else is given the guard.</summary>
    private static SyntaxNode? DisposalBefore(LockCheck check, GuardUseFact use)
    {
        SyntaxNode? disposal = null;
        foreach (var operation in check.Block.Descendants())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, use.Guard))
                continue;
            switch (reference.UsedBy())
            {
                case IInvocationOperation { TargetMethod.Name: "Dispose" } call:
                    if (call.Syntax.SpanStart < use.Use.Syntax.SpanStart)
                        disposal = call.Syntax;
                    break;
                case IMemberReferenceOperation or IUsingOperation:
                    break;
                case IInvocationOperation { Instance: { } instance } when instance.Unwrap() == reference:
                    break;
                default:
                    return null;
            }
        }

        return disposal;
    }
}
