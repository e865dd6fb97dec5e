using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What a lock protects is used after the release: through a guard that is spent, or through a reference that gets out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GuardedValue() : LockFactsRule(Descriptors.FEAR3013_SpentGuard, Descriptors.FEAR3014_EscapingValue)
{
    internal override void Check(LockCheck check)
    {
        foreach (var use in check.Facts.Locks.GuardUses)
        {
            if (!use.MayBeHeld && DisposalBefore(check, use) is { } disposal)
                check.Report(Descriptors.FEAR3013_SpentGuard, use.Use.Syntax, [disposal], use.Guard.Name, LockCheck.LineOf(disposal));
        }

        foreach (var returned in check.Facts.Locks.Returns)
        {
            if (returned.Locks.IsEmpty)
                continue;
            var held = returned.Locks[returned.Locks.Length - 1];
            if (ValueOfGuard(returned.Source) is { } guard && guard.Type is { } type && IsMutable(check, type) && !IsReplaced(check, guard))
                Report(check, returned.Value, held, $"'{returned.Value.Syntax}' is what '{guard.Instance?.Syntax}' guards");
        }

        foreach (var operation in check.Block.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation } store && ValueOfGuard(store.Value.Unwrap()) is { Type: { } type } value
                && ValueOfGuard(store.Target) is null && IsMutable(check, type) && !IsReplaced(check, value))
            {
                check.Report(Descriptors.FEAR3014_EscapingValue, store.Value.Syntax, [], $"'{store.Value.Syntax}' is what '{value.Instance?.Syntax}' guards, and is stored in '{store.Target.Syntax}'",
                    "whoever reads it there has no lock: store a copy");
            }
        }
    }

    private static IPropertyReferenceOperation? ValueOfGuard(IOperation value) =>
        value.Unwrap() is IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } property && LockCatalog.IsGuard(instance.Type) ? property : null;

    /// <summary>The lock gets another value, so that this one is free to go.</summary>
    private static bool IsReplaced(LockCheck check, IPropertyReferenceOperation value)
    {
        var guard = value.Instance?.Syntax.ToString();
        foreach (var operation in check.Block.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: { } target } && ValueOfGuard(target) is { Instance: { } other } && other.Syntax.ToString() == guard)
                return true;
        }

        return false;
    }

    /// <summary>Not if it may be used by several threads anyway.</summary>
    private static bool IsMutable(LockCheck check, ITypeSymbol type) =>
        type.IsReferenceType && type.TypeKind != TypeKind.TypeParameter && check.Scope.Types.Judge(type, Trait.Sync) == Verdict.No;

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

    private static void Report(LockCheck check, IOperation value, HeldLock held, string what) => check.Report(
        Descriptors.FEAR3014_EscapingValue, value.Syntax, [held.Acquisition], what,
        $"the caller uses it without '{LockCheck.Name(held.Path, held.Acquisition)}', which is released on return: return a copy");
}
