using System;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: takes for granted that every class has braces.</summary>
public sealed class NeedsClosedBracesAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterSyntaxNodeAction(
        static c => ArgumentOutOfRangeException.ThrowIfZero(((ClassDeclarationSyntax)c.Node).CloseBraceToken.Span.Length),
        SyntaxKind.ClassDeclaration);
}
