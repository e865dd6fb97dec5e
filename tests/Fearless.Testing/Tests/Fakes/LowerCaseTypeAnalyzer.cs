using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>A well-behaved analyzer: <c>class bad</c> gets a warning at its name.</summary>
public sealed class LowerCaseTypeAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor =
        new("TEST0001", "Lower-case type", "'{0}' starts with a lower-case letter", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            static c =>
            {
                var name = ((ClassDeclarationSyntax)c.Node).Identifier;
                if (name.Text is [>= 'a' and <= 'z', ..])
                {
                    c.ReportDiagnostic(Diagnostic.Create(Descriptor, name.GetLocation(), name.Text));
                }
            },
            SyntaxKind.ClassDeclaration);
    }
}
