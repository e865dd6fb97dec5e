using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR6001: the plain access goes through Interlocked or Volatile as well.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MixedAtomicAccessFix)), Shared]
public sealed class MixedAtomicAccessFix() : FearlessCodeFix(Descriptors.FEAR6001_MixedAtomicAccess)
{
    private const string Interlocked = "System.Threading.Interlocked", Volatile = "System.Threading.Volatile";

    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax use || model is null
            || model.GetTypeInfo(use, cancellationToken).Type is not { } type)
        {
            return [];
        }

        diagnostic.Properties.TryGetValue("By", out var by);
        var offer = use.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == use && !IsStepOf(assignment, use, type) =>
                assignment.IsUnused() || assignment.Parent is LambdaExpressionSyntax ? Store(assignment, type, by) : null,
            AssignmentExpressionSyntax assignment when assignment.Left == use => Step(use, type),
            PostfixUnaryExpressionSyntax postfix when postfix.IsStep() => Step(use, type),
            PrefixUnaryExpressionSyntax prefix when prefix.IsStep() => Step(use, type),
            ArgumentSyntax argument when argument.RefKindKeyword.RawKind != 0 => null,
            _ => Load(use, type, by),
        };
        offer ??= GuardMember.At(use, root, model, cancellationToken);
        return offer is null ? [] : [offer];
    }

    private static bool IsStepOf(AssignmentExpressionSyntax assignment, ExpressionSyntax use, ITypeSymbol type) =>
        InterlockedStep.CanStep(type) && InterlockedStep.For(use) is { } step && step.Old == assignment;

    private static FixOffer? Step(ExpressionSyntax use, ITypeSymbol type)
    {
        if (!InterlockedStep.CanStep(type) || InterlockedStep.For(use) is not { } step)
            return null;
        return new FixOffer($"Use Interlocked for '{use}'", "MakeAtomic", (editor, session) =>
        {
            if (session.Once(step.Old))
                editor.ReplaceNode(step.Old, StaticCalls.Create(editor, session, step.Old, Interlocked, step.Call).WithTriviaFrom(step.Old));
        });
    }

    private static FixOffer? Store(AssignmentExpressionSyntax assignment, ITypeSymbol type, string? by)
    {
        var exchange = by == "Interlocked" && CanExchange(type);
        if (!exchange && !CanBeVolatile(type))
            return null;

        // A value that is made of the old one takes more than one step.
        if (assignment.Right.DescendantNodesAndSelf().Any(node => node.IsEquivalentTo(assignment.Left, topLevel: false)))
            return null;
        var (owner, name) = exchange ? (Interlocked, "Exchange") : (Volatile, "Write");
        return new FixOffer($"Use {(exchange ? "Interlocked.Exchange" : "Volatile.Write")}", "MakeAtomic", (editor, session) => editor.ReplaceNode(
            assignment,
            StaticCalls.Create(editor, session, assignment, owner, $"{name}(ref {assignment.Left.WithoutTrivia()}, {assignment.Right.WithoutTrivia()})").WithTriviaFrom(assignment)));
    }

    private static FixOffer? Load(ExpressionSyntax use, ITypeSymbol type, string? by)
    {
        if (!CanBeVolatile(type))
            return null;
        var isWide = type.SpecialType == SpecialType.System_Int64 && by == "Interlocked";
        var owner = isWide ? Interlocked : Volatile;
        return new FixOffer($"Use {(isWide ? "Interlocked" : "Volatile")}.Read", "MakeAtomic", (editor, session) =>
        {
            if (session.Once(use) && !IsInStep(use, session))
                editor.ReplaceNode(use, StaticCalls.Create(editor, session, use, owner, $"Read(ref {use.WithoutTrivia()})").WithTriviaFrom(use));
        });
    }

    /// <summary>The right side of a step that has been replaced as a whole.</summary>
    private static bool IsInStep(ExpressionSyntax use, FixSession session) =>
        use.Parent?.Parent is AssignmentExpressionSyntax { Left: { } target } && InterlockedStep.For(target) is { } step && !session.Once(step.Old);

    private static bool CanExchange(ITypeSymbol type) => type.IsReferenceType || InterlockedStep.CanStep(type)
        || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_IntPtr;

    private static bool CanBeVolatile(ITypeSymbol type) => type.IsReferenceType || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double
        and not (SpecialType.System_Char or SpecialType.System_Decimal) or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
