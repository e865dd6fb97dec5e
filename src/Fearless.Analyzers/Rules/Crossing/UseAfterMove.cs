using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// C# has no moves: who gives a value to another thread keeps his own reference to it. Where the code says that a value is moved, using it
/// afterwards is what Rust's E0382 is about.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAfterMove() : FearlessAnalyzer(Descriptors.FEAR2004_UseAfterMove)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var types = registration.Scope.Types;
        registration.RegisterOperationBlockAction(context => Check(context, types));
    }

    private static void Check(BodyContext context, TypeKnowledge types)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!types.HasMarkers && !MentionsReturn(block.Syntax))
                continue;
            var reported = new HashSet<(SyntaxNode, ISymbol)>();
            foreach (var fact in MoveAnalysis.Run(block, context.GetControlFlowGraph, type => types.Judge(type, Trait.Sync) != Verdict.Yes, context.CancellationToken))
            {
                // One finding for a value that is gone; what follows is the same mistake.
                if (reported.Add((fact.MovedAt, fact.Variable)))
                    context.ReportDiagnostic(Finding(fact));
            }
        }
    }

    private static bool MentionsReturn(SyntaxNode body)
    {
        foreach (var node in body.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: "Return" })
                return true;
        }

        return false;
    }

    private static Diagnostic Finding(MoveFact fact)
    {
        var moved = fact.MovedAt.GetLocation();
        var isSame = fact.MovedAt.FullSpan.Contains(fact.Use.Span);
        return Diagnostic.Create(
            Descriptors.FEAR2004_UseAfterMove,
            fact.Use.GetLocation(),
            [moved],
            fact.Variable.Name,
            isSame ? "moved again by each round of the loop" : "used here",
            isSame ? "by the round before" : $"at line {moved.GetLineSpan().StartLinePosition.Line + 1}");
    }
}
