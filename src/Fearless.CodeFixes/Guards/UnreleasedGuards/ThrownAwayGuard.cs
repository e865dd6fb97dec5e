using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>
/// A guard that was discarded gets a variable that lives to the end of the block, which is what the author had in mind. One that was used
/// as a temporary lives as long as its statement.
/// </summary>
internal static class ThrownAwayGuard
{
    /// <summary>In order of preference; each is still to be compiled.</summary>
    public static IEnumerable<SyntaxNode> Candidates(GuardSite site)
    {
        var statement = site.Statement;
        if (IsDiscard(site, statement))
        {
            if (Statements.MayDeclareUsing(statement) && !HeldOver.IsTrouble(site, Statements.After(statement)))
                yield return Statements.Replace(site.Root, [statement], Statements.Declare(GuardName.ForGuard(site), GuardExpression.Initial(site)));
            yield break;
        }

        if (!EvaluationPlace.IsFirst(site))
            yield break;
        var isTried = site.OutArgument is not null || site.Acquisition.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsHeld" };
        var declaration = Declaration(site);
        if (isTried || statement is ReturnStatementSyntax or ThrowStatementSyntax)
        {
            if (declaration is not null)
                yield return declaration;
        }
        else if (statement is LocalDeclarationStatementSyntax local)
        {
            if (HoistedValue.Split(site, local) is { } split)
                yield return split;
            if (declaration is not null)
                yield return declaration;
        }
        else if (statement is not ExpressionStatementSyntax && Statements.After(statement).Count == 0 && declaration is not null)
        {
            yield return declaration;
        }

        if (!isTried && !DeclaresForLater(site) && !HeldOver.IsTrouble(site, [statement]))
            yield return Wrapped(site);
        if (!isTried && HoistedValue.Hoist(site) is { } hoisted)
            yield return hoisted;
        if (!isTried && declaration is not null)
            yield return declaration;
    }

    private static bool IsDiscard(GuardSite site, StatementSyntax statement)
    {
        if (statement is not ExpressionStatementSyntax { Expression: var expression })
            return false;
        if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } assignment)
            expression = assignment.Right;
        return site.OutArgument is null && expression == site.Acquisition;
    }

    private static SyntaxNode? Declaration(GuardSite site)
    {
        var statement = site.Statement;
        if (!Statements.MayDeclareUsing(statement) || HeldOver.IsTrouble(site, [statement, .. Statements.After(statement)]))
            return null;
        var name = GuardName.ForGuard(site);
        return Statements.Replace(site.Root, [statement], Statements.Declare(name, Initial(site)), WithGuard(site, name));
    }

    private static SyntaxNode Wrapped(GuardSite site)
    {
        var name = GuardName.ForGuard(site);
        return Statements.Replace(site.Root, [site.Statement], Statements.Using(name, Initial(site), [WithGuard(site, name).WithLeadingTrivia()]));
    }

    // What tells whether it was taken told it by the result; the guard knows it too.
    private static ExpressionSyntax Initial(GuardSite site) => site.OutArgument is not { } argument
        ? GuardExpression.Initial(site)
        : site.Call.WithArgumentList(SyntaxFactory.ArgumentList(site.Call.ArgumentList.Arguments.Remove(argument))).WithoutTrivia();

    private static StatementSyntax WithGuard(GuardSite site, string name)
    {
        ExpressionSyntax guard = SyntaxFactory.IdentifierName(name);
        if (site.OutArgument is not null)
            guard = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, guard, SyntaxFactory.IdentifierName("IsHeld"));
        return site.Statement.ReplaceNode(site.Acquisition, guard.WithTriviaFrom(site.Acquisition));
    }

    private static bool DeclaresForLater(GuardSite site)
    {
        var flow = site.Model.AnalyzeDataFlow(site.Statement);
        var declared = flow is { Succeeded: true } ? flow.VariablesDeclared : [];
        return Statements.After(site.Statement).Any(later => later.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => declared.Any(variable => variable.Name == name.Identifier.ValueText)));
    }
}
