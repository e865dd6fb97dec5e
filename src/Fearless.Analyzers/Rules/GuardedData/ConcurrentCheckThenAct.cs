using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Each call of a concurrent collection is one step; a check and the act that relies on it are two.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConcurrentCheckThenAct() : FearlessAnalyzer(Descriptors.FEAR4009_ConcurrentCheckThenAct)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Atomics, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (!ConcurrencyEvidence.IsConcurrentCollection(MemberType.Of(member)))
                continue;
            var calls = ConcurrentCall.Of(facts, member);
            var reported = new HashSet<SyntaxNode>();
            foreach (var act in calls)
            {
                if (act.Access.Locks.Count == 0 && ConcurrencyEvidence.OverlapsItself(facts, act.Access) && Find(act, calls, scope.Identities) is { } finding && reported.Add(act.Operation.Syntax))
                    Report(context, member, finding);
            }
        }
    }

    private static CheckFinding? Find(ConcurrentCall act, List<ConcurrentCall> calls, Identities identities)
    {
        if (DictionaryChecks.IsUpdate(act, calls))
            return new CheckFinding(act, act, "another thread may store a value between the read and the write, and it is lost", "use AddOrUpdate", null);
        CheckFinding? found = null;
        foreach (var check in calls)
        {
            if (check.IsBefore(act) && (DictionaryChecks.Of(check, act, calls, identities) ?? OfEmptiness(check, act)) is { } finding)
                found = finding;
            else if (check == act && OfReset(check) is { } reset)
                found = reset;
        }

        return found;
    }

    /// <summary><c>if (q.Count > 0) q.TryDequeue(out var x);</c> with the result ignored.</summary>
    private static CheckFinding? OfEmptiness(ConcurrentCall check, ConcurrentCall act) =>
        act.Name is "TryDequeue" or "TryPop" or "TryTake" or "TryPeek" && act.IsUnused && !TakesNothing(act)
        && CallTests.EmptinessOf(check.Operation, out var test) is { } isEmpty
        && CallTests.BranchWhen(test, !isEmpty) is { } branch && branch.Syntax.Span.Contains(act.Operation.Syntax.Span)
        && act.Operation.Syntax.SpanStart > test.Syntax.Span.End
            ? new CheckFinding(check, act, "another thread may take the last item in between, and the result of this call is ignored", "test what it returns", "TestResult")
            : null;

    private static bool TakesNothing(ConcurrentCall act) =>
        act.Operation is IInvocationOperation { Arguments: { Length: > 0 } arguments } && arguments[0].Value.IsDiscard();

    /// <summary>An event is reset because the collection was found empty; who adds an item and sets the event in between is not heard.</summary>
    private static CheckFinding? OfReset(ConcurrentCall check)
    {
        if (CallTests.EmptinessOf(check.Operation, out var test) is not { } isEmpty || CallTests.BranchWhen(test, isEmpty) is not { } branch)
            return null;
        foreach (var operation in branch.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "Reset", ContainingType.Name: "ManualResetEvent" or "ManualResetEventSlim" or "EventWaitHandle" } } reset
                && reset.Syntax.SpanStart > test.Syntax.Span.End && !HasRecheck(branch, reset, check))
            {
                return new CheckFinding(
                    check, check, $"an item that is added before the event is reset (line {reset.Syntax.Line()}) wakes nobody", "put both, and the adding and setting, under one lock", null);
            }
        }

        return null;
    }

    /// <summary>The collection is looked at again after the reset: that is how it is done without a lock.</summary>
    private static bool HasRecheck(IOperation branch, IOperation reset, ConcurrentCall check)
    {
        foreach (var operation in branch.Descendants())
        {
            if (operation.Syntax.SpanStart > reset.Syntax.Span.End && operation is IPropertyReferenceOperation { Instance: { } instance } && instance.Syntax.IsEquivalentTo(check.Access.Syntax, topLevel: false))
                return true;
        }

        return false;
    }

    private static void Report(SymbolContext context, ISymbol member, CheckFinding finding)
    {
        var isOne = finding.Check == finding.Act;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4009_ConcurrentCheckThenAct,
            finding.Act.Operation.Syntax.GetLocation(),
            isOne ? null : [finding.Check.Operation.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add("Kind", finding.Kind),
            isOne ? $"this use of '{member.Name}' is not one step" : $"this use of '{member.Name}' relies on the check at line {finding.Check.Operation.Syntax.Line()}, and the two are not one step",
            finding.Problem,
            finding.Advice));
    }
}
