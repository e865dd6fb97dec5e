using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// A lambda captures the variable, not its value: writing it on one side while the other side runs is a data race.
/// Rust refuses the program: the closure borrows the variable (E0373, E0499, E0506).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapturedVariableConflict() : FearlessAnalyzer(Descriptors.FEAR2001_CapturedVariableConflict)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var bodies = registration.Scope.Bodies;
        registration.RegisterOperationBlockAction(context => Check(context, bodies));
    }

    private static void Check(BodyContext context, BodyFactsCache bodies)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (bodies.Of(context, block, BodyTraits.Functions) is not { } facts)
                continue;
            foreach (var conflict in VariableConflicts.Find(facts))
                Report(context, conflict);
        }
    }

    private static void Report(BodyContext context, Conflict conflict)
    {
        var start = conflict.Work.Starts[0].GetLocation();
        var (here, there) = (Word(conflict.Primary), conflict.Other.IsWrite ? "writing" : "reading");
        var problem = conflict.IsWithItself
            ? $"'{conflict.Variable.Name}' is {here} by work that may run several times at once (started at line {LineOf(start)})"
            : $"'{conflict.Variable.Name}' is {here} here while the work started at line {LineOf(start)} may be {there} it (line {LineOf(conflict.Other.Syntax.GetLocation())})";
        var advice = conflict.IsWithItself
            ? "use Interlocked or a lock, or give each run a variable of its own"
            : "join the work first, copy the variable to a fresh local before the start, or use Interlocked or a lock";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR2001_CapturedVariableConflict,
            conflict.Primary.Syntax.GetLocation(),
            [start, conflict.Other.Syntax.GetLocation()],
            FixFacts.Of(conflict),
            problem,
            advice));
    }

    private static string Word(AccessFact access) => access.IsWrite ? "written" : "read";

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
