using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Tests.FailedAnalysisRule;

/// <summary>Reports methods and types by each way of registering that there is, and fails on those that say so by their names.</summary>
#pragma warning disable RS1001, RS1036 // Nobody discovers or ships it.
public sealed class FailingAnalyzer() : FearlessAnalyzer(Descriptors.FEAR6003_BrokenDoubleCheck)
#pragma warning restore RS1001, RS1036
{
    internal override void Register(AnalyzerRegistration registration)
    {
        registration.RegisterOperationBlockAction(static context => Look(context.OwningSymbol.Name, context.OperationBlocks[0].Syntax, context.ReportDiagnostic));
        registration.RegisterSymbolAction(static context => Look(context.Symbol.Name, Syntax(context.Symbol), context.ReportDiagnostic), SymbolKind.Method);
        registration.RegisterSyntaxNodeAction(
            static context => Look(((MethodDeclarationSyntax)context.Node).Identifier.Text, ((MethodDeclarationSyntax)context.Node).ParameterList, context.ReportDiagnostic),
            SyntaxKind.MethodDeclaration);
        registration.RegisterSymbolStartAction(Start, SymbolKind.NamedType);
    }

    private static void Start(SymbolRegistration start)
    {
        if (start.Symbol.Name == "FailsAtOnce")
            throw new KeyNotFoundException();
        start.RegisterOperationAction(static context => Look(context.ContainingSymbol.Name, context.Operation.Syntax, context.ReportDiagnostic), OperationKind.Literal);
        start.RegisterSymbolEndAction(static end => Look(end.Symbol.Name, Syntax(end.Symbol), end.ReportDiagnostic));
    }

    private static SyntaxNode Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences[0].GetSyntax() is MethodDeclarationSyntax method ? method.ReturnType : symbol.DeclaringSyntaxReferences[0].GetSyntax();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Look(string name, SyntaxNode at, Action<Diagnostic> report)
    {
        if (name.StartsWith("Fails", StringComparison.Ordinal))
            throw new InvalidOperationException("on purpose");
        if (name.StartsWith("TooDeep", StringComparison.Ordinal))
            throw new InsufficientExecutionStackException();
        report(Diagnostic.Create(Descriptors.FEAR6003_BrokenDoubleCheck, at.GetLocation(), name, 1, ""));
    }
}
