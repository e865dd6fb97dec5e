using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// The initializer of a static field runs once, on the thread that comes first; every other thread's copy starts at default. Rust's
/// <c>thread_local!</c> runs its initializer for each thread, which is what people expect of this one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InitializedThreadStatic() : FearlessAnalyzer(Descriptors.FEAR1005_InitializedThreadStatic, Descriptors.FEAR1010_InstanceThreadStatic)
{
    internal override void Register(AnalyzerRegistration registration) =>
        registration.RegisterSyntaxNodeAction(Check, SyntaxKind.FieldDeclaration);

    private static void Check(SyntaxContext context)
    {
        var field = (FieldDeclarationSyntax)context.Node;
        if (field.AttributeLists.Count == 0 || !MayBeThreadStatic(field))
            return;
        foreach (var variable in field.Declaration.Variables)
        {
            // The runtime looks at static fields only, and says nothing of others.
            if (context.SemanticModel.GetDeclaredSymbol(variable, context.CancellationToken) is IFieldSymbol { IsStatic: false } own && IsThreadStatic(own))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR1010_InstanceThreadStatic, variable.Identifier.GetLocation(), own.Name));
            if (variable.Initializer is { } initializer
                && context.SemanticModel.GetDeclaredSymbol(variable, context.CancellationToken) is IFieldSymbol { IsStatic: true } symbol
                && IsThreadStatic(symbol)
                && !IsDefault(initializer.Value, symbol, context.SemanticModel))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.FEAR1005_InitializedThreadStatic, variable.Identifier.GetLocation(), [initializer.Value.GetLocation()], symbol.Name, initializer.Value.ToString()));
            }
        }
    }

    private static bool MayBeThreadStatic(FieldDeclarationSyntax field)
    {
        foreach (var list in field.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name as SimpleNameSyntax;
                if (name?.Identifier.ValueText is "ThreadStatic" or "ThreadStaticAttribute")
                    return true;
            }
        }

        return false;
    }

    private static bool IsThreadStatic(IFieldSymbol field)
    {
        foreach (var data in field.GetAttributes())
        {
            if (data.AttributeClass.Is("ThreadStaticAttribute", "System"))
                return true;
        }

        return false;
    }

    /// <summary>What the other threads get anyway.</summary>
    private static bool IsDefault(ExpressionSyntax value, IFieldSymbol field, SemanticModel model)
    {
        if (value.IsKind(SyntaxKind.DefaultLiteralExpression) || value.IsKind(SyntaxKind.DefaultExpression)
            || (value is PostfixUnaryExpressionSyntax { Operand: var operand } && IsDefault(operand, field, model)))
        {
            return true;
        }

        var constant = model.GetConstantValue(value);
        return constant.HasValue && constant.Value is null or 0 or 0L or 0u or 0ul or false or 0d or 0f or (byte)0 or (sbyte)0 or (short)0 or (ushort)0 or '\0';
    }
}
