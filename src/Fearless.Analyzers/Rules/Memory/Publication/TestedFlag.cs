using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A read that decides whether something is done once: <c>if (!_ready) …</c>, <c>if (_value is null) …</c>, <c>if (_ready) return;</c>.</summary>
internal sealed class TestedFlag
{
    private TestedFlag(StorageAccess read, IConditionalOperation test)
    {
        Read = read;
        Test = test;
    }

    public StorageAccess Read { get; }

    public IConditionalOperation Test { get; }

    public static TestedFlag? Of(StorageAccess read)
    {
        var value = read.Reference;
        if (read.Kind == AccessKind.Alias || read.IsAtomic)
        {
            if (value.Parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Exchange" or "CompareExchange", ContainingType.Name: "Interlocked" } } call })
                return read.IsAlias && DirectTest.Of(value) is { } aliasTest ? new TestedFlag(read, aliasTest) : null;
            value = call;
        }
        else if (read.IsWrite)
        {
            return null;
        }

        return DirectTest.Of(value) is { } test ? new TestedFlag(read, test) : null;
    }

    /// <summary>Runs only if the flag was not set: inside a branch, or after one that leaves.</summary>
    public bool Decides(SyntaxNode later)
    {
        if (later.SpanStart < Test.Condition.Syntax.Span.End)
            return false;
        if (Test.WhenTrue.Syntax.Span.Contains(later.Span) || Test.WhenFalse?.Syntax.Span.Contains(later.Span) == true)
            return true;
        return Test.WhenFalse is null && NullTests.Leaves(Test.WhenTrue.Syntax) && Test.Parent is IBlockOperation block && block.Syntax.Span.Contains(later.Span);
    }

    /// <summary>Stands behind the decision, whichever way it went.</summary>
    public bool IsAfter(SyntaxNode later) => later.SpanStart >= Test.Syntax.Span.End && later.SpanStart > Test.Condition.Syntax.Span.End;
}
