using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>Code that can move into a function of its own, and what it needs from where it stood.</summary>
internal sealed record ExtractedPart(
    SyntaxNode Node,
    INamedTypeSymbol Type,
    bool IsStatic,
    bool UsesThis,
    bool UsesPrivate,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<string> Arguments)
{
    public bool IsCondition => Node is ExpressionSyntax;

    public static ExtractedPart? Of(SyntaxNode part, SemanticModel model)
    {
        if (part.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not BaseMethodDeclarationSyntax { Parent: ClassDeclarationSyntax or RecordDeclarationSyntax } member
            || member is ConstructorDeclarationSyntax
            || model.GetDeclaredSymbol(member) is not IMethodSymbol { IsGenericMethod: false } method
            || Code.Awaits(part)
            || Code.DeclaresVariables(part)
            || HandsOver(part, model)
            || part.DescendantNodesAndSelf().Any(static n => n is BaseExpressionSyntax or ThrowStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            || (part is StatementSyntax statement && Code.Jumps(statement, model))
            || (part is StatementSyntax s ? model.AnalyzeDataFlow(s) : model.AnalyzeDataFlow((ExpressionSyntax)part)) is not { Succeeded: true } flow
            || flow.WrittenInside.Any(variable => !flow.VariablesDeclared.Contains(variable)))
        {
            return null;
        }

        var parameters = new List<string>();
        var arguments = new List<string>();
        foreach (var variable in flow.DataFlowsIn.Where(static v => v is not IParameterSymbol { IsThis: true }))
        {
            var type = variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;
            if (Code.NameOf(type) is not { } name || !FieldProperties.IsCopied(type))
                return null;
            parameters.Add($"{name} {variable.Name}");
            arguments.Add(variable.Name);
        }

        var members = part.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(n => model.GetSymbolInfo(n).Symbol)
            .Where(static m => m is IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol).ToList();
        // A local function is only known where it stands.
        if (members.Any(static m => m is IMethodSymbol { MethodKind: MethodKind.LocalFunction }))
            return null;
        var inStatic = method.IsStatic || part.FirstAncestorOrSelf<LocalFunctionStatementSyntax>()?.Modifiers.Any(SyntaxKind.StaticKeyword) == true
            || part.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Any(static f => f.Modifiers.Any(SyntaxKind.StaticKeyword));
        return new(
            part,
            method.ContainingType,
            inStatic,
            part.DescendantNodesAndSelf().Any(n => n is ThisExpressionSyntax || (n is SimpleNameSyntax name && Receivers.IsImplicit(name, model))),
            members.Any(static m => m!.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected),
            parameters,
            arguments);
    }

    /// <summary>A contract of a callee about its arguments would have to be repeated on the new parameters.</summary>
    private static bool HandsOver(SyntaxNode part, SemanticModel model) =>
        part.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
            && model.GetSymbolInfo(n).Symbol is IMethodSymbol called
            && called.Parameters.Any(static p => p.GetAttributes().Any(static a => a.AttributeClass?.ContainingNamespace.Name == "Fearless")));
}
