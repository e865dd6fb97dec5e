using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>What a method does with a guard that it has in a local variable.</summary>
internal sealed class GuardUses
{
    private readonly GuardSite _site;
    private readonly IReadOnlyList<StatementSyntax> _scope;

    private GuardUses(GuardSite site, IReadOnlyList<StatementSyntax> scope, IReadOnlyList<IdentifierNameSyntax> names, IReadOnlyList<ExpressionStatementSyntax> disposals)
    {
        _site = site;
        _scope = scope;
        Names = names;
        Disposals = disposals;
    }

    /// <summary>Every mention of the variable but its declaration.</summary>
    public IReadOnlyList<IdentifierNameSyntax> Names { get; }

    /// <summary>The statements that dispose it.</summary>
    public IReadOnlyList<ExpressionStatementSyntax> Disposals { get; }

    /// <summary>The value is looked at, and not only whether it is held.</summary>
    public bool TouchValue => Names.Any(static name => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("IsHeld" or "Dispose") });

    /// <summary>Null: the guard goes somewhere else too (it is returned, passed on, captured), so that somebody else may release it.</summary>
    /// <param name="site">The acquisition.</param>
    /// <param name="guard">The variable.</param>
    /// <param name="scope">The statements among which it can be seen.</param>
    public static GuardUses? Of(GuardSite site, ISymbol guard, IReadOnlyList<StatementSyntax> scope)
    {
        var names = scope.SelectMany(static statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == guard.Name
                && SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(name, site.CancellationToken).Symbol, guard))
            .ToList();
        var disposals = new List<ExpressionStatementSyntax>();
        foreach (var name in names)
        {
            if (IsInNestedFunction(name, site.Statement))
                return null;
            if (DisposalBy(name) is { } disposal)
                disposals.Add(disposal);
            else if (!IsHarmless(site, name))
                return null;
        }

        return new GuardUses(site, scope, names, disposals);
    }

    /// <summary>Where disposing is as good as leaving: nothing that matters comes before the end of the guard's block, or of the method.</summary>
    public bool IsAtTheEnd(ExpressionStatementSyntax disposal)
    {
        if (!Statements.IsInList(disposal))
            return false;
        var after = Statements.After(disposal);
        return after.Count == 0 ? _scope.Contains(disposal) : IsPlainExit(after[0]);
    }

    /// <summary>The index of the last statement that needs the lock; what refers to the guarded state needs it as much as the guard does.</summary>
    public int LastIn(IReadOnlyList<StatementSyntax> statements)
    {
        var names = new HashSet<string>(Names.Select(static name => name.Identifier.ValueText));
        var last = -1;
        for (var i = 0; i < statements.Count; i++)
        {
            if (!statements[i].DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText)))
                continue;
            last = i;
            foreach (var variable in statements[i].DescendantNodes().OfType<VariableDeclaratorSyntax>())
            {
                if (_site.Model.GetDeclaredSymbol(variable, _site.CancellationToken) is ILocalSymbol local
                    && (local.IsRef || local.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } or { IsRefLikeType: true }))
                {
                    names.Add(local.Name);
                }
            }
        }

        return last;
    }

    public static bool IsPlainExit(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax { Expression: { } value } => !value.DescendantNodesAndSelf().Any(static node =>
            node is InvocationExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax),
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        _ => false,
    };

    private static ExpressionStatementSyntax? DisposalBy(IdentifierNameSyntax guard) => guard.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose", Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } } => statement,
        ConditionalAccessExpressionSyntax
        {
            WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Dispose" } },
            Parent: ExpressionStatementSyntax statement,
        } => statement,
        _ => null,
    };

    // Looked into, tested, or lent to a condition variable.
    private static bool IsHarmless(GuardSite site, IdentifierNameSyntax guard) => guard.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Expression == guard => member.Name.Identifier.ValueText is "Value" or "IsHeld" or "A" or "B",
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } =>
            site.Model.GetSymbolInfo(call, site.CancellationToken).Symbol?.ContainingType.Name == "Condvar",
        IsPatternExpressionSyntax => true,
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression,
        _ => false,
    };

    private static bool IsInNestedFunction(SyntaxNode name, StatementSyntax statement)
    {
        static SyntaxNode? FunctionAround(SyntaxNode node) =>
            node.Ancestors().FirstOrDefault(static around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
        return FunctionAround(name) != FunctionAround(statement);
    }
}
