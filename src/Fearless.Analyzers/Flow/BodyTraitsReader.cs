using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

internal static class BodyTraitsReader
{
    /// <param name="body">The member's body.</param>
    /// <param name="wrappers">What methods of this program are called that take or release a lock.</param>
    public static BodyTraits Read(SyntaxNode body, WrapperNames wrappers)
    {
        var traits = BodyTraits.None;
        foreach (var node in body.DescendantNodes())
        {
            switch (node.Kind())
            {
                case SyntaxKind.SimpleLambdaExpression or SyntaxKind.ParenthesizedLambdaExpression or SyntaxKind.AnonymousMethodExpression
                    or SyntaxKind.LocalFunctionStatement:
                    traits |= BodyTraits.Functions;
                    break;
                case SyntaxKind.LockStatement:
                    traits |= BodyTraits.Locks;
                    break;
                case SyntaxKind.InvocationExpression when NameOf(((InvocationExpressionSyntax)node).Expression) is { } name:
                    traits |= (IsLockName(name) || wrappers.Contains(name) ? BodyTraits.Locks : 0) | (IsSpawnName(name) || IsKeptTask(node, name) ? BodyTraits.Spawns : 0);
                    break;
                case SyntaxKind.ObjectCreationExpression when NameOf(((ObjectCreationExpressionSyntax)node).Type) is { } type && wrappers.Contains(type):
                case SyntaxKind.ImplicitObjectCreationExpression when node.Parent?.Parent?.Parent is VariableDeclarationSyntax { Type: SimpleNameSyntax declared } && wrappers.Contains(declared.Identifier.ValueText):
                    traits |= BodyTraits.Locks | BodyTraits.Spawns;
                    break;
                case SyntaxKind.ObjectCreationExpression when NameOf(((ObjectCreationExpressionSyntax)node).Type) is "Thread" or "Timer" or "Task":
                case SyntaxKind.ImplicitObjectCreationExpression:
                    traits |= BodyTraits.Spawns;
                    break;
            }
        }

        return traits;
    }

    /// <summary>An asynchronous call that is not awaited, nor given to the caller, at once.</summary>
    private static bool IsKeptTask(SyntaxNode call, string name)
    {
        if (!name.EndsWith("Async", System.StringComparison.Ordinal))
            return false;
        var user = call.Parent;
        while (user is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax)
            user = user.Parent;
        return user is not (AwaitExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax);
    }

    public static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsSpawnName(string name) => name is "Run" or "StartNew" or "ContinueWith" or "QueueUserWorkItem" or "UnsafeQueueUserWorkItem"
        or "For" or "ForEach" or "ForAsync" or "ForEachAsync" or "Invoke" or "Register" or "AsParallel" || name.StartsWith("Spawn", System.StringComparison.Ordinal);

    public static bool IsLockName(string name) => name switch
    {
        "Enter" or "TryEnter" or "EnterScope" or "Exit" or "Lock" or "TryLock" or "LockAsync" or "Read" or "Write" or "TryRead" or "TryWrite"
            or "ReadAsync" or "WriteAsync" or "Wait" or "WaitAsync" or "WaitOne" or "Release" or "ReleaseMutex" or "Both"
            or "EnterReadLock" or "EnterWriteLock" or "EnterUpgradeableReadLock" or "TryEnterReadLock" or "TryEnterWriteLock"
            or "TryEnterUpgradeableReadLock" or "AcquireReaderLock" or "AcquireWriterLock" or "Downgrade"
            or "Pulse" or "PulseAll" or "ExitReadLock" or "ExitWriteLock" or "ExitUpgradeableReadLock" => true,
        _ => IsWrapperName(name),
    };

    // What people call a member of their own that hands out a guard.
    private static bool IsWrapperName(string name) =>
        name.StartsWith("Lock", System.StringComparison.Ordinal) || name.StartsWith("Acquire", System.StringComparison.Ordinal)
        || name.StartsWith("Enter", System.StringComparison.Ordinal) || name.StartsWith("TryLock", System.StringComparison.Ordinal);
}
