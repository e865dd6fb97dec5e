using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>An analyzer with one rule, which behaves, until a derived one does not.</summary>
public abstract class FakeAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = Create("TEST0001");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCode);
        Register(context);
    }

    protected virtual GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.None;

    protected abstract void Register(AnalysisContext context);

    protected static DiagnosticDescriptor Create(
        string id, bool enabled = true, DiagnosticSeverity severity = DiagnosticSeverity.Warning, params string[] tags) =>
        new(id, "Lower-case type", "'{0}' starts with a lower-case letter", "Test", severity, enabled, customTags: tags);

    /// <summary>Calls <paramref name="action"/> with each class that has a bad name.</summary>
    protected static void OnBadClass(AnalysisContext context, Action<SyntaxNodeAnalysisContext, ClassDeclarationSyntax> action) =>
        context.RegisterSyntaxNodeAction(
            c =>
            {
                if (IsBad((ClassDeclarationSyntax)c.Node))
                {
                    action(c, (ClassDeclarationSyntax)c.Node);
                }
            },
            SyntaxKind.ClassDeclaration);

    protected static bool IsBad(BaseTypeDeclarationSyntax type) => type.Identifier.Text is [>= 'a' and <= 'z', ..];

    protected static Diagnostic At(BaseTypeDeclarationSyntax type, DiagnosticDescriptor? rule = null) =>
        Diagnostic.Create(rule ?? Rule, type.Identifier.GetLocation(), type.Identifier.Text);

    protected static ImmutableArray<ClassDeclarationSyntax> GetBadClasses(SyntaxTree tree) =>
        [.. tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Where(IsBad)];
}
