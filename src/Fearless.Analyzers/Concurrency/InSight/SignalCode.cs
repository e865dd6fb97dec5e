using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// The code on whose way a signal is given: the lambda or member with the call, and the members of the type that call that one. If any of it wants a
/// lock that whoever waits holds, the signal may never come.
/// </summary>
internal sealed class SignalCode(MethodSummaries summaries, StoredValues values, CancellationToken cancellation)
{
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>A null entry stands for code that is not in sight.</summary>
    public List<IOperation?> Codes { get; } = [];

    public void Add(IOperation signal)
    {
        for (var at = signal.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation function)
            {
                // Who runs it, and when, is another question: it is not called from here.
                Codes.Add(function.Body);
                return;
            }

            if (at.Parent is null && at.SemanticModel?.GetEnclosingSymbol(signal.Syntax.SpanStart, cancellation) is { } owner)
            {
                while (owner is IMethodSymbol { MethodKind: MethodKind.LocalFunction })
                    owner = owner.ContainingSymbol;
                AddMember(owner, at);
                return;
            }
        }

        Codes.Add(null);
    }

    private void AddMember(ISymbol member, IOperation body)
    {
        if (!_visited.Add(member.OriginalDefinition))
            return;
        Codes.Add(body);
        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || method.ContainingType is not { } type)
            return;
        foreach (var reference in Sharing.MemberShape.Outermost(type).DeclaringSyntaxReferences)
        {
            if (!summaries.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
                continue;
            foreach (var node in reference.GetSyntax(cancellation).DescendantNodes())
            {
                if (node is IdentifierNameSyntax name && name.Identifier.ValueText == method.Name && values.CallAt(name, method) is { } call)
                    Add(call);
            }
        }
    }
}
