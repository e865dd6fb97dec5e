using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What runs only because a look said that something is still to be had, up to and around the place that takes it.</summary>
internal sealed class ClaimedRegion
{
    private ClaimedRegion(Decision decision, IOperation code, int from, IOperation store)
    {
        bool? answer = null;
        foreach (var operation in code.Descendants())
        {
            if (operation.Syntax.SpanStart < from || operation == store)
                continue;
            HasWork |= operation is IInvocationOperation or IObjectCreationOperation or IAwaitOperation && !store.Syntax.Span.Contains(operation.Syntax.Span);
            HasWorkAfter |= operation is IInvocationOperation or IObjectCreationOperation or IAwaitOperation && operation.Syntax.SpanStart > store.Syntax.Span.End;
            HasAwait |= operation is IAwaitOperation && operation.Syntax.SpanStart < store.Syntax.SpanStart;
            if (operation is IReturnOperation && operation.Syntax.SpanStart > store.Syntax.SpanStart)
                answer ??= AnswerOf(operation);
        }

        TellsWhoWasFirst = answer is { } mine && OtherAnswer(decision, code) is { } other && mine != other;
    }

    /// <summary>Something is done besides setting the flag.</summary>
    public bool HasWork { get; }

    /// <summary>Something is done once it is set.</summary>
    public bool HasWorkAfter { get; }

    /// <summary>The flag is set after a suspension: the window is as long as what is awaited.</summary>
    public bool HasAwait { get; }

    /// <summary>The caller is told whether it was the one who got it: yes on this way, no on the other.</summary>
    public bool TellsWhoWasFirst { get; }

    /// <summary>Null: the store does not depend on the look.</summary>
    public static ClaimedRegion? Of(Decision decision, IOperation store) =>
        decision.RegionOf(store) is { } region ? new ClaimedRegion(decision, region.Code, region.From, store) : null;

    /// <summary>What the code says that runs when it is not to be had.</summary>
    private static bool? OtherAnswer(Decision decision, IOperation code)
    {
        if (decision.Exit is { } exit && exit != code)
            return LastAnswer(exit);
        foreach (var outcome in decision.Outcomes)
        {
            if (outcome != code && !outcome.Syntax.Span.Contains(code.Syntax.Span) && LastAnswer(outcome) is { } answer)
                return answer;
        }

        // The branch is left with an answer; what follows it gives the other.
        return decision.Choice is IConditionalOperation { WhenTrue: var then, Parent: IBlockOperation { Operations: { IsEmpty: false } following } } && then == code
            ? AnswerOf(following[following.Length - 1])
            : null;
    }

    private static bool? LastAnswer(IOperation branch) =>
        AnswerOf(branch switch
        {
            IBlockOperation { Operations: { IsEmpty: false } operations } => operations[operations.Length - 1],
            ISwitchCaseOperation { Body: { IsEmpty: false } body } => body[body.Length - 1],
            _ => branch,
        });

    private static bool? AnswerOf(IOperation operation) =>
        operation is IReturnOperation { ReturnedValue: { } value } && value.Unwrap().ConstantValue is { HasValue: true, Value: bool answer } ? answer : null;
}
