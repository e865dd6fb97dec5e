using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Finds the bodies of a type and of all that is nested in it, and runs the engine over each.</summary>
internal static class MemberBodies
{
    /// <summary>Null: some of the source is not here.</summary>
    public static List<MemberBody>? Read(INamedTypeSymbol outermost, Compilation compilation, BodyFactsCache facts, CancellationToken cancellation)
    {
        var bodies = new List<MemberBody>();
        foreach (var reference in outermost.DeclaringSyntaxReferences)
        {
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree))
                return null;
            var model = SourceModels.Of(compilation, reference.SyntaxTree);
            foreach (var node in reference.GetSyntax(cancellation).DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!IsBody(node) || RootOf(model.GetOperation(node, cancellation)) is not { } root || model.GetEnclosingSymbol(Start(node), cancellation) is not { } owner)
                    continue;
                bodies.Add(new MemberBody(owner, root, BlockOf(root) is { } block ? facts.Of(block, owner, _ => GraphOf(root), cancellation) : null));
            }
        }

        return bodies;
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax arrow => arrow.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax,
        _ => false,
    };

    private static int Start(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => (method.Body ?? (SyntaxNode)method.ExpressionBody!).SpanStart + 1,
        AccessorDeclarationSyntax accessor => (accessor.Body ?? (SyntaxNode)accessor.ExpressionBody!).SpanStart + 1,
        _ => node.SpanStart + 1,
    };

    /// <summary>A flow graph is made of whole bodies only; null: none can be made of this one.</summary>
    private static IOperation? RootOf(IOperation? operation)
    {
        while (operation?.Parent is { } parent)
            operation = parent;
        return operation is IMethodBodyOperation or IConstructorBodyOperation or IBlockOperation ? operation : null;
    }

    /// <summary>What an operation-block action would be given, so that the two share their facts.</summary>
    private static IOperation? BlockOf(IOperation root) => root switch
    {
        IMethodBodyBaseOperation method => (IOperation?)method.BlockBody ?? method.ExpressionBody,
        _ => root,
    };

    private static ControlFlowGraph GraphOf(IOperation root) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        _ => ControlFlowGraph.Create((IBlockOperation)root),
    };
}
