using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>What two touches of one member do to each other, if they happen at the same time.</summary>
internal static class SharedTouches
{
    public static bool MayConflict(Touch first, Touch second, ISymbol member, CompilationScope scope)
    {
        if ((!first.IsWrite && !second.IsWrite) || first.Access.HoldsStrangeLock || second.Access.HoldsStrangeLock || ShareLock(first, second))
            return false;
        var ofObject = first.Effect is ObjectEffect.Read or ObjectEffect.Write && second.Effect is ObjectEffect.Read or ObjectEffect.Write
            && (first.Effect == ObjectEffect.Write || second.Effect == ObjectEffect.Write);
        return (ofObject && !AreApart(first, second, scope)) || (first.IsOfSlot && second.IsOfSlot && SlotsConflict(first, second, member));
    }

    /// <summary>Two methods of a type in source that touch different members of the object.</summary>
    public static bool AreApart(Touch first, Touch second, CompilationScope scope) =>
        MethodOf(first) is { } one && MethodOf(second) is { } other && !scope.Effects.EffectOf(one).ConflictsWith(scope.Effects.EffectOf(other));

    /// <summary>The member in source that the touch calls on the object.</summary>
    public static IMethodSymbol? MethodOf(Touch touch) => MethodOf(touch.Access.Reference);

    /// <summary>The member in source that is called on what the reference stands for.</summary>
    public static IMethodSymbol? MethodOf(IOperation reference) => reference.UsedBy() switch
    {
        IConditionalAccessOperation access when access.Operation.Unwrap() == reference && access.Instance() is { } instance => MethodOf(instance),
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } => method,
        IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } property } used when !AccessSyntax.IsReadModifyWrite(used, property) =>
            AccessSyntax.IsWrite(used) ? property.SetMethod : property.GetMethod,
        _ => null,
    };

    /// <summary>Where the change is made, if it is a member in source that makes it.</summary>
    public static SyntaxNode? SiteOfEffect(Touch touch, CompilationScope scope) =>
        touch.Effect == ObjectEffect.Write && MethodOf(touch) is { } method
            ? scope.Effects.EffectOf(method).Site
            : null;

    /// <summary>Plain loads and stores of one word: all that is missing is that they are seen.</summary>
    public static bool CanBeVolatile(ISymbol member, IReadOnlyList<Touch> touches)
    {
        if (member is not IFieldSymbol { IsReadOnly: false, IsConst: false } field || !MayBeVolatile(field.Type))
            return false;
        foreach (var touch in touches)
        {
            if (touch.IsOfSlot && (touch.Access.IsAtomic || AccessSyntax.IsReadModifyWrite(touch.Access.Reference, member)))
                return false;
            if (touch.Effect == ObjectEffect.Write)
                return false;
        }

        return true;
    }

    private static bool SlotsConflict(Touch first, Touch second, ISymbol member)
    {
        var (one, other) = (first.Access, second.Access);
        if (!one.IsWrite && !other.IsWrite)
            return false;
        if (one.IsAtomic || other.IsAtomic || (one.Part is { } mine && other.Part is { } its && !SymbolEqualityComparer.Default.Equals(mine, its)))
            return false;
        if (member is IFieldSymbol { IsVolatile: true } && (!one.IsWrite || !other.IsWrite))
            return false;
        if (member is IFieldSymbol { IsVolatile: true })
            return AccessSyntax.IsReadModifyWrite(one.Reference, member) || AccessSyntax.IsReadModifyWrite(other.Reference, member);

        // A member that hands on the reference, or a member of what it refers to: the caller has the object of before or of after, and both are whole.
        if (MemberType.Of(member) is { IsReferenceType: true } && (IsHandedOn(one) || IsHandedOn(other)))
            return false;

        // Everybody stores the same constant: whoever comes last, it holds that.
        return !(ConstantStored(first) is { } constant && constant == ConstantStored(second));
    }

    private static bool IsHandedOn(StorageAccess access)
    {
        if (access.IsWrite)
            return false;
        var user = access.Reference.UsedBy();
        if (user is IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation { Instance: IConditionalAccessInstanceOperation } or IFieldReferenceOperation { Instance: IConditionalAccessInstanceOperation } } part
            && part.Operation.Unwrap() == access.Reference)
        {
            user = part.UsedBy();
        }

        return user is IReturnOperation && access.Body.Owner is IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.Ordinary, IsAsync: false };
    }

    private static string? ConstantStored(Touch touch) =>
        touch.Access.Kind == AccessKind.Write && touch.Syntax.Parent is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax literal } assignment && assignment.Left == touch.Syntax
            ? literal.Token.ValueText
            : null;

    private static bool ShareLock(Touch first, Touch second)
    {
        foreach (var name in first.Access.Locks)
        {
            if (second.Holds(name))
                return true;
        }

        foreach (var name in first.Access.SharedLocks)
        {
            if (!first.IsWrite && second.Access.Locks.Contains(name))
                return true;
        }

        return false;
    }

    private static bool MayBeVolatile(ITypeSymbol type) => type.IsReferenceType || type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Boolean
        or SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
        or SpecialType.System_UInt32 or SpecialType.System_Char or SpecialType.System_Single;
}
