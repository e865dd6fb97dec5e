using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>
/// Reads a value under the lock and uses it outside. Only what is a value through and through: a reference that leaves the lock would take
/// the state that the lock protects with it.
/// </summary>
internal static class HoistedValue
{
    /// <summary><c>var x = m.Lock().Value;</c>: the declaration before, the assignment under the lock.</summary>
    public static SyntaxNode? Split(GuardSite site, LocalDeclarationStatementSyntax local)
    {
        if (local.UsingKeyword.RawKind != 0 || local.Modifiers.Count > 0 || Statements.After(local).Count == 0
            || local.Declaration is not { Variables: { Count: 1 } variables } || variables[0] is not { Initializer.Value: { } value } variable
            || value is RefExpressionSyntax || HeldOver.IsTrouble(site, [value])
            || TypeOf(site, value, local.Declaration.Type) is not { } type)
        {
            return null;
        }

        var name = GuardName.ForGuard(site);
        var read = value.ReplaceNode(site.Acquisition, SyntaxFactory.IdentifierName(name).WithTriviaFrom(site.Acquisition));
        return Statements.Replace(site.Root, [local], Variable(variable.Identifier.ValueText, type), Read(site, name, variable.Identifier.ValueText, read));
    }

    /// <summary>A part of the statement is read before it, so that the rest runs without the lock.</summary>
    public static SyntaxNode? Hoist(GuardSite site)
    {
        var value = site.Acquisition;
        while (Outer(value) is { } outer)
            value = outer;
        if (value == site.Acquisition || IsTarget(value) || HeldOver.IsTrouble(site, [value]) || TypeOf(site, value, null) is not { } type)
            return null;

        var name = GuardName.ForGuard(site);
        var variable = GuardName.ForValue(site, value);
        if (variable == name)
            return null;
        var read = value.ReplaceNode(site.Acquisition, SyntaxFactory.IdentifierName(name)).WithoutTrivia();
        return Statements.Replace(
            site.Root,
            [site.Statement],
            Variable(variable, type),
            Read(site, name, variable, read),
            site.Statement.ReplaceNode(value, SyntaxFactory.IdentifierName(variable).WithTriviaFrom(value)));
    }

    private static ExpressionSyntax? Outer(ExpressionSyntax value) => value.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Expression == value => member,
        ElementAccessExpressionSyntax element when element.Expression == value => element,
        InvocationExpressionSyntax call when call.Expression == value => call,
        _ => null,
    };

    private static bool IsTarget(ExpressionSyntax value) => value.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == value,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
        RefExpressionSyntax or ExpressionStatementSyntax => true,
        _ => false,
    };

    /// <summary>As it is written, or as it can be; null: the value drags state along, or its type has no name.</summary>
    private static TypeSyntax? TypeOf(GuardSite site, ExpressionSyntax value, TypeSyntax? written)
    {
        var info = site.Model.GetTypeInfo(value, site.CancellationToken);
        var type = written is { IsVar: false } ? site.Model.GetTypeInfo(written, site.CancellationToken).Type : info.Type;
        if (type is null or { IsRefLikeType: true } or { TypeKind: TypeKind.Error } || !(type.IsValueType || type.SpecialType == SpecialType.System_String))
            return null;
        if (written is { IsVar: false })
            return written.WithoutTrivia();
        if (type.IsReferenceType)
        {
            var mayBeNull = info.Nullability.FlowState == NullableFlowState.MaybeNull;
            type = type.WithNullableAnnotation(mayBeNull ? NullableAnnotation.Annotated : NullableAnnotation.NotAnnotated);
        }

        return SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(site.Model, site.Call.SpanStart));
    }

    private static StatementSyntax Variable(string name, TypeSyntax type) => SyntaxFactory.LocalDeclarationStatement(
            SyntaxFactory.VariableDeclaration(type.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(name))))
        .WithAdditionalAnnotations(Formatter.Annotation);

    private static StatementSyntax Read(GuardSite site, string guard, string variable, ExpressionSyntax value)
    {
        IEnumerable<StatementSyntax> body =
        [
            SyntaxFactory.ExpressionStatement(SyntaxFactory.AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(variable), value.WithoutTrivia())),
        ];
        return Statements.Using(guard, GuardExpression.Initial(site), body);
    }
}
