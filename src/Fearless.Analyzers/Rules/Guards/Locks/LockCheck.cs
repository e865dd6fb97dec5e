using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>One body that a rule about locks looks at.</summary>
internal sealed class LockCheck(BodyContext context, IOperation block, BodyFacts facts, CompilationScope scope)
{
    private readonly HashSet<(DiagnosticDescriptor, SyntaxNode)> _reported = [];

    public IOperation Block { get; } = block;

    public BodyFacts Facts { get; } = facts;

    public CompilationScope Scope { get; } = scope;

    public ISymbol Owner { get; } = context.OwningSymbol;

    public IMethodSymbol? Method => Owner as IMethodSymbol;

    public CancellationToken Cancellation => context.CancellationToken;

    /// <summary>Reports once for each place; what comes first stays.</summary>
    public void Report(DiagnosticDescriptor rule, SyntaxNode at, IEnumerable<SyntaxNode?> others, params object[] arguments) =>
        Report(rule, at, others, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>The same, with what a fix needs to know and how sure it is.</summary>
    public void Report(DiagnosticDescriptor rule, SyntaxNode at, IEnumerable<SyntaxNode?> others, ImmutableDictionary<string, string?> properties, params object[] arguments)
    {
        if (!_reported.Add((rule, at)))
            return;
        var locations = new List<Location>();
        foreach (var other in others)
        {
            if (other is not null && other != at)
                locations.Add(other.GetLocation());
        }

        context.ReportDiagnostic(Diagnostic.Create(rule, at.GetLocation(), Confidence.SeverityOf(rule, properties, Scope.Options.Mode), locations, properties, arguments));
    }

    public bool IsReported(DiagnosticDescriptor rule, SyntaxNode at) => _reported.Contains((rule, at));

    /// <summary>The first that was recorded for the call.</summary>
    public AcquisitionFact? AcquisitionAt(SyntaxNode syntax)
    {
        foreach (var acquisition in Facts.Acquisitions)
        {
            if (acquisition.Syntax == syntax)
                return acquisition;
        }

        return null;
    }

    /// <summary>The lock is always the same object while the body runs: nothing on the way to it is assigned.</summary>
    public bool IsStable(AccessPath path)
    {
        if (path.Root == PathRoot.Opaque)
            return false;
        foreach (var step in path.Steps)
        {
            if (step.Member is null)
                return false;
        }

        var declarations = 0;
        foreach (var access in Facts.Accesses)
        {
            if ((access.Kind & (AccessKind.Write | AccessKind.Initial)) == 0 || !access.Path.IsPrefixOf(path) || IsLockItself(access.Path, path))
                continue;
            if (access.Kind != AccessKind.Initial || ++declarations > 1)
                return false;
        }

        return path.Variable is not ILocalSymbol local || !IsLoopVariable(local);
    }

    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>As a message names it: by its path, or, if it has none, as the code does.</summary>
    public static string Name(AccessPath path, SyntaxNode acquisition)
    {
        var name = path.ToString();
        return name.Length > 0 ? name : LockSyntax.TargetText(acquisition);
    }

    // Entering a SpinLock counts as a write of the struct.
    private static bool IsLockItself(AccessPath access, AccessPath path) => access.Equals(path) && path.LastMember is IFieldSymbol { Type.IsValueType: true };

    private bool IsLoopVariable(ILocalSymbol local)
    {
        foreach (var operation in Block.Descendants())
        {
            if (operation is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
                return true;
        }

        return false;
    }
}
