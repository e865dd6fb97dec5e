using System.Collections.Generic;
using System.Globalization;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A loop of started work completes the promises that others await. Without <c>RunContinuationsAsynchronously</c> it runs what they go on with
/// right there: until that ends, or waits for the loop itself, nobody else is served.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InlineContinuation() : FearlessAnalyzer(Descriptors.FEAR7002_InlineContinuation)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Work, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        List<IObjectCreationOperation>? creations = null;
        IInvocationOperation? completion = null;
        foreach (var body in facts.Bodies)
        {
            foreach (var operation in body.Root.Descendants())
            {
                switch (operation)
                {
                    case IObjectCreationOperation { Type: { Name: "TaskCompletionSource" } } creation when !MayRunElsewhere(creation):
                        (creations ??= []).Add(creation);
                        break;
                    case IInvocationOperation call when completion is null && IsCompletion(call) && IsInLoop(call.Syntax) && IsOfWork(call, body, facts):
                        completion = call;
                        break;
                }
            }
        }

        if (completion is null)
            return;
        foreach (var creation in creations ?? [])
        {
            var site = completion.Syntax.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR7002_InlineContinuation, creation.Syntax.GetLocation(), [site],
                completion.TargetMethod.Name, (site.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static bool IsCompletion(IInvocationOperation call) => call.TargetMethod is
    {
        Name: "SetResult" or "TrySetResult" or "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled", ContainingType.Name: "TaskCompletionSource",
    };

    /// <summary>It says so, or its options are not in sight.</summary>
    private static bool MayRunElsewhere(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            // TaskCreationOptions.RunContinuationsAsynchronously
            if (argument.Parameter?.Type.Name == "TaskCreationOptions" && (argument.Value.ConstantValue is not { HasValue: true, Value: int options } || (options & 64) != 0))
                return true;
        }

        return false;
    }

    private static bool IsInLoop(SyntaxNode node)
    {
        for (var around = node.Parent; around is not (null or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); around = around.Parent)
        {
            if (around is WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax)
                return true;
        }

        return false;
    }

    private static bool IsOfWork(IInvocationOperation call, MemberBody body, TypeFacts facts)
    {
        foreach (var fact in body.Facts?.Objects.Calls ?? [])
        {
            if (fact.Point.Syntax != call.Syntax)
                continue;
            if (fact.Point.Context.Site is not null)
                return true;
            if (fact.Point.Context != ThreadContext.Main)
                continue;
            foreach (var root in facts.Roots.Of(body.Owner))
            {
                if (root.Kind == ThreadRootKind.Work)
                    return true;
            }
        }

        return false;
    }
}
