using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>A <see cref="LockUse"/> with its syntax and the origin of what it locks.</summary>
internal sealed class LockSite(LockUse use, SyntaxNode node, ExpressionSyntax expression)
{
    public LockUse Use { get; } = use;

    /// <summary>The lock statement or the call.</summary>
    public SyntaxNode Node { get; } = node;

    /// <summary>What it locks, as it is written.</summary>
    public ExpressionSyntax Expression { get; } = expression;

    public LockTarget Target { get; } = LockTarget.Resolve(use.Target);

    public ISymbol? Member => LockMemberFacts.MemberOf(Target.Origin);

    public static List<LockSite> FindAll(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        var sites = new List<LockSite>();
        foreach (var node in root.DescendantNodes())
        {
            if (node is LockStatementSyntax || node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call && HasMonitorName(call))
            {
                if (model.GetOperation(node, cancellationToken) is { } operation && LockUse.TryGet(operation, out var use)
                    && ExpressionOf(node, use) is { } expression)
                {
                    sites.Add(new LockSite(use, node, expression));
                }
            }
        }

        return sites;
    }

    private static bool HasMonitorName(InvocationExpressionSyntax call) => (call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => "",
    }) is "Enter" or "TryEnter" or "Exit" or "Wait" or "Pulse" or "PulseAll" or "IsEntered";

    private static ExpressionSyntax? ExpressionOf(SyntaxNode node, LockUse use) => node is LockStatementSyntax statement
        ? statement.Expression
        : use.Target.Syntax.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression;
}
