using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>A rule that reads what the engine found out about the locks of a body, and nothing else.</summary>
public abstract class LockFactsRule(params DiagnosticDescriptor[] rules) : FearlessAnalyzer(rules)
{
    internal sealed override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        registration.RegisterOperationBlockAction(context =>
        {
            foreach (var block in context.OperationBlocks)
            {
                if (scope.Bodies.Of(context, block, BodyTraits.Locks) is { } facts)
                    Check(new LockCheck(context, block, facts, scope));
            }
        });
    }

    internal abstract void Check(LockCheck check);
}
