using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>Members that release a lock which others take: the two halves of a pair. By syntax: the question is only whether there may be one.</summary>
internal static class Releasers
{
    /// <summary>Some other member of the type, or of one nested in it, releases the lock without taking it first.</summary>
    public static bool MayExist(ISymbol lockMember, SyntaxNode besides)
    {
        var type = lockMember.ContainingType;
        while (type?.ContainingType is { } outer)
            type = outer;
        if (type is null)
            return true;
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            foreach (var node in part.GetSyntax().DescendantNodes())
            {
                if (node is InvocationExpressionSyntax call && IsRelease(call, lockMember.Name) && LockSyntax.FunctionAround(call) is { } function
                    && !function.Span.Contains(besides.Span) && !Acquires(function, call, lockMember.Name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Acquires(SyntaxNode function, InvocationExpressionSyntax release, string name)
    {
        foreach (var node in function.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && call.SpanStart < release.SpanStart && Mentions(call, name)
                && MethodName(call) is "Enter" or "TryEnter" or "Wait" or "WaitAsync" or "WaitOne" or "EnterReadLock" or "EnterWriteLock" or "EnterUpgradeableReadLock"
                    or "TryEnterReadLock" or "TryEnterWriteLock" or "TryEnterUpgradeableReadLock" or "AcquireReaderLock" or "AcquireWriterLock")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRelease(InvocationExpressionSyntax call, string name) =>
        MethodName(call) is "Exit" or "Release" or "ReleaseMutex" or "ExitReadLock" or "ExitWriteLock" or "ExitUpgradeableReadLock"
            or "ReleaseReaderLock" or "ReleaseWriterLock" or "ReleaseLock"
        && Mentions(call, name);

    private static string? MethodName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool Mentions(InvocationExpressionSyntax call, string name)
    {
        foreach (var node in ((SyntaxNode?)(call.Parent as ConditionalAccessExpressionSyntax) ?? call).DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
                return true;
        }

        return false;
    }
}
