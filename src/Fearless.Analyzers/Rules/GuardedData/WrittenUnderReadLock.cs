using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// A member that is written under a reader-writer lock's write mode in one place, and under its read mode in another: readers let each other in.
/// A Rust read guard gives a shared reference, through which nothing can be written.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrittenUnderReadLock() : FearlessAnalyzer(Descriptors.FEAR4013_WrittenUnderReadLock)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Locks, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!facts.IsOwn(member) || (TypeMarkers.OfStorage(member) & (Marks.GuardedBy | Marks.AssumeSync)) != 0 || !IsUnderReadLock(facts.AccessesTo(member)))
                continue;
            var touches = Touches.Of(member, facts, scope);

            // Where most accesses hold it, the one that does not hold enough is that rule's.
            if (Guard.Infer(member, touches, facts) is not null)
                continue;
            foreach (var touch in touches)
            {
                if (touch.IsWrite && !touch.Access.IsAtomic && member is not IFieldSymbol { IsVolatile: true } && touch.Access.Locks.Count == 0 && !IsCacheFill(touch, member)
                    && Writer(touch, touches) is { } writer)
                {
                    Report(context, member, touch, writer, scope);
                    break;
                }
            }
        }
    }

    private static bool IsUnderReadLock(IReadOnlyList<StorageAccess> accesses)
    {
        foreach (var access in accesses)
        {
            if (access.SharedLocks.Count > 0)
                return true;
        }

        return false;
    }

    /// <summary>A write that holds the same lock for writing.</summary>
    private static (Touch Touch, LockName Name)? Writer(Touch touch, List<Touch> touches)
    {
        foreach (var name in touch.Access.SharedLocks)
        {
            foreach (var other in touches)
            {
                if (other.IsWrite && other.Access.Locks.Contains(name))
                    return (other, name);
            }
        }

        return null;
    }

    /// <summary>Stored only after a look at the very member: whoever comes second stores the same again.</summary>
    private static bool IsCacheFill(Touch touch, ISymbol member)
    {
        if (touch.Effect == ObjectEffect.Write)
            return false;
        for (var around = touch.Syntax.Parent; around is not (null or MemberDeclarationSyntax); around = around.Parent)
        {
            if (around is AssignmentExpressionSyntax { OperatorToken.Text: "??=" } || (around is IfStatementSyntax choice && choice.Condition.ToString().Contains(member.Name)))
                return true;
        }

        return false;
    }

    private static void Report(SymbolContext context, ISymbol member, Touch touch, (Touch Touch, LockName Name) writer, CompilationScope scope)
    {
        // A call that looks like a look-up says where it changes something.
        var change = SharedTouches.SiteOfEffect(touch, scope);
        var how = change is not null && SharedTouches.MethodOf(touch) is { } method
            ? $"changed by '{method.Name}' ({Places.Of(change, touch.Syntax)})"
            : touch.Effect == ObjectEffect.Write ? "changed" : "written";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4013_WrittenUnderReadLock,
            touch.Syntax.GetLocation(),
            change is null ? [writer.Touch.Syntax.GetLocation()] : [writer.Touch.Syntax.GetLocation(), change.GetLocation()],
            member.Name,
            how,
            writer.Name.ToString(),
            Places.Of(writer.Touch.Syntax, touch.Syntax)));
    }
}
