using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Reports something from every kind of callback that sees single files.</summary>
public sealed class EveryCallbackAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context)
    {
        context.RegisterSyntaxTreeAction(static c => c.ReportDiagnostic(Make(c.Tree.GetRoot().GetFirstToken().GetLocation(), "tree")));
        context.RegisterSemanticModelAction(
            static c => c.ReportDiagnostic(Make(c.SemanticModel.SyntaxTree.GetRoot().GetFirstToken().GetLocation(), "model")));
        context.RegisterSymbolAction(static c => c.ReportDiagnostic(Make(c.Symbol.Locations[0], "symbol")), SymbolKind.Method);
        context.RegisterSyntaxNodeAction(static c => c.ReportDiagnostic(Make(c.Node.GetLocation(), "node")), SyntaxKind.ReturnStatement);
        context.RegisterOperationAction(
            static c => c.ReportDiagnostic(Make(c.Operation.Syntax.GetLocation(), "operation")), OperationKind.Return);
        context.RegisterOperationBlockAction(static c => c.ReportDiagnostic(Make(c.OwningSymbol.Locations[0], "block")));
        context.RegisterCodeBlockAction(static c => c.ReportDiagnostic(Make(c.OwningSymbol.Locations[0], "code")));
        context.RegisterCodeBlockStartAction<SyntaxKind>(static s =>
        {
            s.RegisterSyntaxNodeAction(
                static c => c.ReportDiagnostic(Make(c.Node.GetLocation(), "code node")), ImmutableArray.Create(SyntaxKind.ReturnStatement));
            s.RegisterCodeBlockEndAction(static c => c.ReportDiagnostic(Make(c.OwningSymbol.Locations[0], "code end")));
        });
        context.RegisterOperationBlockStartAction(static s =>
        {
            s.RegisterOperationAction(static c => c.ReportDiagnostic(Make(c.Operation.Syntax.GetLocation(), "block operation")), ImmutableArray.Create(OperationKind.Return));
            s.RegisterOperationBlockEndAction(static c => c.ReportDiagnostic(Make(c.OwningSymbol.Locations[0], "block end " + c.GetControlFlowGraph(c.OperationBlocks[0]).Blocks.Length)));
        });
        context.RegisterSymbolStartAction(
            static s =>
            {
                s.RegisterOperationAction(static c => c.ReportDiagnostic(Make(c.Operation.Syntax.GetLocation(), "type operation")), ImmutableArray.Create(OperationKind.Return));
                s.RegisterSymbolEndAction(static c => c.ReportDiagnostic(Make(c.Symbol.Locations[0], "type end")));
            },
            SymbolKind.NamedType);
        context.RegisterCompilationStartAction(static s =>
        {
            s.RegisterSymbolAction(
                static c => c.ReportDiagnostic(Make(c.Symbol.Locations[0], "start symbol")), ImmutableArray.Create(SymbolKind.NamedType));
            s.RegisterOperationBlockStartAction(static b => b.RegisterOperationBlockEndAction(static c => c.ReportDiagnostic(Make(c.OwningSymbol.Locations[0], "start block end"))));
        });
    }

    private static Diagnostic Make(Location location, string what) => Diagnostic.Create(Rule, location, what);
}
