using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A lock that is taken asynchronously, but not awaited: the code goes on without it, and the lock is taken later, by nobody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnawaitedLock() : LockFactsRule(Descriptors.FEAR3008_UnawaitedLock)
{
    internal override void Check(LockCheck check)
    {
        foreach (var acquisition in check.Facts.Acquisitions)
        {
            if (!acquisition.IsPending || acquisition.Call is not { } call || HowLost(check, call) is not { } how)
                continue;
            check.Report(
                Descriptors.FEAR3008_UnawaitedLock, call.Syntax, [],
                LockCheck.Name(acquisition.Path, call.Syntax), how);
        }
    }

    /// <summary>What happens to the task instead of an await; null: somebody may await it yet.</summary>
    private static string? HowLost(LockCheck check, IInvocationOperation call)
    {
        IOperation task = call;
        var user = task.UsedBy();
        while (user is IInvocationOperation wrapper && LockTasks.Inner(wrapper)?.Unwrap() == task)
        {
            task = wrapper;
            user = task.UsedBy();
        }

        // A guard that is thrown away is reported as such.
        var hasGuard = call.Type is INamedTypeSymbol { TypeArguments.Length: 1 } type && LockCatalog.IsGuard(type.TypeArguments[0]);
        switch (user)
        {
            case IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } when !hasGuard:
                return "is thrown away";
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } when IsUsed(check, local) is { } use:
                return use;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when IsUsed(check, local) is { } use:
                return use;
            default:
                return IsResource(check, call.Syntax) ? "is disposed by the 'using'" : null;
        }
    }

    /// <summary>How the variable loses the task; null: it is used for something.</summary>
    private static string? IsUsed(LockCheck check, ILocalSymbol local)
    {
        foreach (var operation in check.Block.Descendants())
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                return null;
        }

        foreach (var operation in check.Block.Descendants())
        {
            if (operation is IUsingDeclarationOperation declaration && Declares(declaration.DeclarationGroup, local))
                return "is disposed by the 'using'";
            if (operation is IUsingOperation { Resources: IVariableDeclarationGroupOperation group } && Declares(group, local))
                return "is disposed by the 'using'";
        }

        return "is not used";
    }

    private static bool Declares(IVariableDeclarationGroupOperation group, ILocalSymbol local)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                if (SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
                    return true;
            }
        }

        return false;
    }

    private static bool IsResource(LockCheck check, SyntaxNode call)
    {
        foreach (var operation in check.Block.Descendants())
        {
            if (operation is IUsingOperation { Resources: { } resource } && resource.Unwrap().Syntax == call)
                return true;
        }

        return false;
    }
}
