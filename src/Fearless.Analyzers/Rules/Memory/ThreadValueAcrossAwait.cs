using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// What a thread has for itself is set before an await and looked for after it: that may be another thread by then. Rust's <c>thread_local!</c>
/// hands out its value for the time of a closure only, and a closure cannot await.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThreadValueAcrossAwait() : FearlessAnalyzer(Descriptors.FEAR6007_ThreadValueAcrossAwait)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        registration.RegisterOperationBlockAction(context => Check(context, scope));
    }

    private static void Check(BodyContext context, CompilationScope scope)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!HasAwait(block.Syntax) || UserInterface.Shows(context.OwningSymbol.ContainingType))
                continue;
            var reported = new HashSet<SyntaxNode>();
            CheckScopes(context, block, scope.ThreadScopes);
            foreach (var uses in ThreadValueUses.In(block))
            {
                foreach (var value in uses.Values)
                {
                    if (value.IsSet && uses.NextAfterAwait(value) is { Use.Stored: null } read)
                        Report(context, reported, value, read.Use, read.Await, "read", "is another one there");
                    else if (value.IsSet && uses.RestoreAfterAwait(value) is { } restore)
                        Report(context, reported, value, restore.Use, restore.Await, "put back", "stays as it is where it was set");
                    else if (value.Stored is null && KeptIn(value) is { } local && !IsHarmless(local.Type, scope.Types) && !IsTakenOut(uses, value) && uses.UseAfterAwait(local, value.Syntax) is { } use)
                        ReportObject(context, reported, value, local, use.Use, use.Await);
                }
            }
        }
    }

    /// <summary><c>using (Culture.Change(…)) { await … }</c>, where the end of the scope sets what the thread has.</summary>
    private static void CheckScopes(BodyContext context, IOperation block, ThreadScopes scopes)
    {
        foreach (var operation in block.Descendants())
        {
            var resource = operation switch
            {
                IUsingOperation { IsAsynchronous: false, Resources: { } resources } => resources,
                IUsingDeclarationOperation { IsAsynchronous: false } declaration => declaration.DeclarationGroup,
                _ => null,
            };
            if (resource is null || ThreadScopes.AwaitIn(operation) is not { } await)
                continue;
            var made = resource is IVariableDeclarationGroupOperation { Declarations: { Length: 1 } groups } && groups[0].Declarators.Length == 1 ? groups[0].Declarators[0].Initializer?.Value : resource;
            if (made?.Unwrap() is { } value && scopes.RestoredBy(value.Type) is { } restored)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.FEAR6007_ThreadValueAcrossAwait,
                    value.Syntax.GetLocation(),
                    [await.Syntax.GetLocation(), restored.Syntax.GetLocation()],
                    $"'{value.Type!.Name}' puts '{restored.Holder.Name}' back when this scope ends (line {restored.Syntax.Line()}), on the thread that the await at line {await.Syntax.Line()} has gone on on, and leaves the other as it is",
                    "end the scope before the await"));
            }
        }
    }

    private static bool HasAwait(SyntaxNode body)
    {
        foreach (var node in body.DescendantNodes())
        {
            if (node is AwaitExpressionSyntax)
                return true;
        }

        return false;
    }

    /// <summary><c>var buffer = t_buffer ??= new();</c>, and the local is never anything else.</summary>
    private static ILocalSymbol? KeptIn(ThreadValue value)
    {
        var user = value.Operation.UsedBy();
        while (user is ICoalesceOperation or ICoalesceAssignmentOperation or IParenthesizedOperation)
            user = user.UsedBy();
        return user is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } } ? local : null;
    }

    /// <summary>Several threads may use it, or nothing can be done to it.</summary>
    private static bool IsHarmless(ITypeSymbol type, TypeKnowledge types) =>
        type.IsValueType || type.SpecialType == SpecialType.System_String || type.TypeKind is TypeKind.Delegate or TypeKind.TypeParameter || types.Judge(type, Trait.Sync) != Verdict.No;

    /// <summary>The thread's slot is emptied as long as the object is used, as by a cache of builders.</summary>
    private static bool IsTakenOut(ThreadValueUses uses, ThreadValue value)
    {
        foreach (var other in uses.Values)
        {
            if (other.Stored is not null && !other.IsSet && SymbolEqualityComparer.Default.Equals(other.Holder, value.Holder))
                return true;
        }

        return false;
    }

    private static void Report(
        BodyContext context, HashSet<SyntaxNode> reported, ThreadValue set, ThreadValue use, IAwaitOperation await, string done, string consequence)
    {
        if (!reported.Add(use.Syntax))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR6007_ThreadValueAcrossAwait,
            use.Syntax.GetLocation(),
            [set.Syntax.GetLocation(), await.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(GuardFacts.MemberKey, set.Holder.Name),
            $"'{set.Holder.Name}' is {done} here, after the await at line {await.Syntax.Line()}, which may have moved to another thread than line {set.Syntax.Line()} set it for: the value {consequence}",
            "use AsyncLocal<T>, or keep it in a local variable"));
    }

    private static void ReportObject(
        BodyContext context, HashSet<SyntaxNode> reported, ThreadValue value, ILocalSymbol local, ILocalReferenceOperation use, IAwaitOperation await)
    {
        if (!reported.Add(use.Syntax))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR6007_ThreadValueAcrossAwait,
            use.Syntax.GetLocation(),
            [value.Syntax.GetLocation(), await.Syntax.GetLocation()],
            $"'{local.Name}' is what '{value.Holder.Name}' keeps for the thread of line {value.Syntax.Line()}, and is used here after the await at line {await.Syntax.Line()}, when that thread may be using it for other work",
            "finish with it before the await, or make one for this call"));
    }
}
