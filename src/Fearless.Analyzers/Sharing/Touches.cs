using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Picks out of the accesses to a member those that other threads could get in the way of.</summary>
internal static class Touches
{
    public static List<Touch> Of(ISymbol member, TypeFacts facts, CompilationScope scope)
    {
        var touches = new List<Touch>();
        if (MemberType.Of(member) is not { } type)
            return touches;
        var isReadOnly = MemberType.IsReadOnly(member);
        var minds = MindsSharing(member, type, scope);
        if (isReadOnly && !minds)
            return touches;
        var uses = new ObjectUse(scope.Types.Catalog, scope.Effects);
        foreach (var access in facts.AccessesTo(member))
        {
            if (IsOfNoConcern(access))
                continue;
            var effect = minds ? uses.Of(access.Reference) : ObjectEffect.None;
            var ofSlot = !isReadOnly && !access.IsAlias;
            if (ofSlot || effect is ObjectEffect.Read or ObjectEffect.Write)
                touches.Add(new Touch(access, ofSlot, effect));
        }

        // What nobody changes is as good as immutable: then only the member itself counts.
        if (!touches.Exists(static touch => touch.Effect == ObjectEffect.Write))
        {
            touches.RemoveAll(static touch => !touch.IsOfSlot);
            for (var i = 0; i < touches.Count; i++)
                touches[i] = new Touch(touches[i].Access, true, ObjectEffect.None);
        }

        touches.Sort(static (left, right) => Compare(left.Syntax, right.Syntax));
        return touches;
    }

    /// <summary>In the order of the source: by file, then by place.</summary>
    public static int Compare(SyntaxNode left, SyntaxNode right)
    {
        var files = string.CompareOrdinal(left.SyntaxTree.FilePath, right.SyntaxTree.FilePath);
        return files != 0 ? files : left.SpanStart.CompareTo(right.SpanStart);
    }

    /// <summary>The lock itself is read before it is taken; and what is handed on by reference may be handled with all care there.</summary>
    private static bool IsOfNoConcern(StorageAccess access) => access.Reference.UsedBy() switch
    {
        ILockOperation => true,
        IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.Out) } => !access.IsAtomic,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Monitor" } } => true,
        _ => false,
    };

    /// <summary>What the member refers to is an object that must not be used by two threads at once.</summary>
    private static bool MindsSharing(ISymbol member, ITypeSymbol type, CompilationScope scope)
    {
        if (type.IsValueType || type.SpecialType == SpecialType.System_String || type.TypeKind is TypeKind.Delegate or TypeKind.TypeParameter)
            return false;
        if (scope.Types.Judge(type, Trait.Sync) == Verdict.Yes)
            return false;
        if (FieldValues.Of(member, scope.Compilation) is not { Count: > 0 } values)
            return true;

        // An interface whose field always holds a concurrent collection.
        foreach (var value in values)
        {
            if (!value.IsSynchronized && scope.Types.Judge(value.Type, Trait.Sync, value.IsExact) != Verdict.Yes)
                return true;
        }

        return false;
    }
}
