using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Events whose handlers run on other threads, and what has to be started before they do.</summary>
internal sealed partial class BodyInterpreter
{
    private void VisitEvent(IEventAssignmentOperation assignment)
    {
        if (assignment.EventReference is not IEventReferenceOperation reference)
        {
            Visit(assignment.HandlerValue);
            return;
        }

        Visit(reference.Instance);
        Visit(assignment.HandlerValue);
        if (Records && !_isUnwinding && (assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod) is { Parameters: { Length: 1 } given } accessor)
            RecordObjectCall(new CallShape(accessor, reference.Instance, [new CallArgument(given[0], assignment.HandlerValue)], assignment.Syntax));
        if (!assignment.Adds || (SpawnCatalog.Of(reference.Event) ?? ContractOf(reference.Event)) is not { } description)
            return;
        var (body, method) = model.Functions.Resolve(assignment.HandlerValue, function.Captures);
        var site = model.SiteAt(assignment.Syntax, assignment.HandlerValue.Syntax, description, context, body, method, isAsyncCall: false);
        if (body is not null)
            model.MarkReached(body);
        else
            RecordWork(site, assignment.HandlerValue, assignment);
        if (function.Paths.Resolve(reference.Instance) is { } raiser && IsStartedAfter(assignment.Syntax, reference.Event.ContainingType))
            model.Raisers[site] = raiser;
        else
            StartSite(site, assignment.Syntax);
    }

    private SpawnDescription? ContractOf(IEventSymbol raised) => model.Summaries is { } summaries ? ContractSpawns.Of(raised, summaries.Catalog) : null;

    /// <summary>The call, or the property that is set, makes its object raise events: from here on, and not before.</summary>
    private void StartRaisers(IOperation starter, IOperation? instance)
    {
        if (model.Raisers.Count == 0 || !SpawnCatalog.StartsRaising(starter) || function.Paths.Resolve(instance) is not { } path)
            return;
        foreach (var raiser in model.Raisers)
        {
            if (raiser.Value.Equals(path))
                StartSite(raiser.Key, starter.Syntax);
        }
    }

    /// <summary><c>process.Exited += …; process.Start();</c>: the object is not running yet. By its name, as it is written.</summary>
    private static bool IsStartedAfter(SyntaxNode subscription, INamedTypeSymbol type)
    {
        if (subscription is not AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var raiser } })
            return false;
        var function = subscription;
        while (function is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) && function.Parent is not null)
            function = function.Parent;
        bool before = false, after = false;
        foreach (var node in function.DescendantNodes())
        {
            if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access && SpawnCatalog.IsStarter(name, type)
                && (access.Parent is InvocationExpressionSyntax || access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access)
                && SyntaxFactory.AreEquivalent(access.Expression, raiser))
            {
                before |= access.SpanStart < subscription.SpanStart;
                after |= access.SpanStart > subscription.SpanStart;
            }
        }

        return after && !before;
    }
}
