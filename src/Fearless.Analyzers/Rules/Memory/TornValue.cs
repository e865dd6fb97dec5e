using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A value that does not fit a word is copied in several steps: a reader may get half of the old one and half of the new one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TornValue() : FearlessAnalyzer(Descriptors.FEAR6005_TornValue)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Any, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (member is IParameterSymbol or IEventSymbol || MemberType.IsReadOnly(member) || member.HasMarker("GuardedByAttribute") || !TornValues.CanTear(MemberType.Of(member)))
                continue;
            foreach (var read in facts.AccessesTo(member))
            {
                if (!read.IsWrite && !read.IsAlias && read.IsOnThis && IsCopied(read.Reference) && !IsUsedInPlace(read, scope) && !IsInUsing(read.Syntax) && !IsBehindFlag(facts, read) && WriteBeside(facts, read) is { } write)
                {
                    Report(context, read, write);
                    break;
                }
            }
        }
    }

    /// <summary>All of it is read, not one of its fields, and not its address.</summary>
    private static bool IsCopied(IOperation reference) => !NullTests.IsTested(reference)
        && reference.Parent is not (IFieldReferenceOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None } or IPropertyReferenceOperation { Property.Name: "HasValue" });

    /// <summary>A member of the struct is called where it is, and touches no more than one word of it.</summary>
    private static bool IsUsedInPlace(StorageAccess read, CompilationScope scope)
    {
        if (SharedTouches.MethodOf(read.Reference) is not { } method || scope.Effects.EffectOf(method) is not { } effect || effect == MethodEffect.Unknown)
            return false;
        foreach (var touched in effect.Touched)
        {
            if (TornValues.CanTear(MemberType.Of(touched)))
                return false;
        }

        return effect.Touched.Count < 2;
    }

    /// <summary>Some guard is held that may be a lock of a kind that is not known.</summary>
    private static bool IsInUsing(SyntaxNode read)
    {
        for (var node = read.Parent; node is not (null or MemberDeclarationSyntax); node = node.Parent)
        {
            if (node is UsingStatementSyntax)
                return true;
            if (node is not BlockSyntax block)
                continue;
            foreach (var statement in block.Statements)
            {
                if (statement.SpanStart < read.SpanStart && statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
                    return true;
            }
        }

        return false;
    }

    /// <summary>An atomic flag was read before, or handed by reference to who reads it: the value is there, and no longer changes.</summary>
    private static bool IsBehindFlag(TypeFacts facts, StorageAccess read)
    {
        foreach (var other in facts.Members)
        {
            if (SymbolEqualityComparer.Default.Equals(other, read.Member))
                continue;
            foreach (var access in facts.AccessesTo(other))
            {
                if (access.Body == read.Body && access.Syntax.SpanStart < read.Syntax.SpanStart
                    && (access.IsAtomic || other is IFieldSymbol { IsVolatile: true } || access.Reference.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None }))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static StorageAccess? WriteBeside(TypeFacts facts, StorageAccess read)
    {
        foreach (var write in facts.AccessesTo(read.Member))
        {
            if (write.IsWrite && write.IsOnThis && write.Reference.Parent is not IArgumentOperation { Parameter.RefKind: RefKind.Ref } && !ConcurrencyEvidence.SharesLock(read, write) && AreConcurrent(facts, read, write))
                return write;
        }

        return null;
    }

    private static bool AreConcurrent(TypeFacts facts, StorageAccess read, StorageAccess write)
    {
        if (read.Body == write.Body)
            return read.Context != write.Context && (IsRunning(read, write) || IsRunning(write, read));
        if (ConcurrencyEvidence.IsOrderedByOwnWork(read) || ConcurrencyEvidence.IsOrderedByOwnWork(write))
            return false;
        if (ConcurrencyEvidence.IsBetweenWork(facts, read, write))
            return true;

        // Entry against entry: somebody must have thought of threads where this very state is concerned.
        return read.Member is IFieldSymbol && ConcurrencyEvidence.MayOverlap(facts, read, write)
            && (write.Locks.Count > 0 || (IsPublishedByFlag(facts, read.Member) && StoresParameter(write)));
    }

    /// <summary>The work of the one may run while the other is made.</summary>
    private static bool IsRunning(StorageAccess here, StorageAccess inWork) => inWork.Context.Site is { } site && (here.Fact.Running & site.Bit) != 0;

    private static bool IsPublishedByFlag(TypeFacts facts, ISymbol member)
    {
        foreach (var other in facts.Members)
        {
            if (other is IFieldSymbol { IsVolatile: true } && SymbolEqualityComparer.Default.Equals(other.ContainingType, member.ContainingType))
                return true;
        }

        return false;
    }

    private static bool StoresParameter(StorageAccess write) =>
        write.Reference.UsedBy() is ISimpleAssignmentOperation { Value: var value } && value.Unwrap() is IParameterReferenceOperation
        && write.Body.Owner is IMethodSymbol { MethodKind: MethodKind.Ordinary };

    /// <summary>The lock that the writer holds is the one to take.</summary>
    private static ImmutableDictionary<string, string?> FixOf(StorageAccess read, StorageAccess write)
    {
        foreach (var name in write.Locks)
        {
            if (write.Locks.Count == 1)
                return GuardFacts.Of(read.Member, name, isWrite: false);
        }

        return ImmutableDictionary<string, string?>.Empty;
    }

    private static void Report(SymbolContext context, StorageAccess read, StorageAccess write) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.FEAR6005_TornValue,
        read.Syntax.GetLocation(),
        [write.Syntax.GetLocation()],
        FixOf(read, write),
        read.Member.Name,
        MemberType.Of(read.Member)!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        write.Syntax.Line()));
}
