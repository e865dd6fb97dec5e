using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>A <c>Lazy</c> takes a lock of its own to make its value, unless it was told otherwise.</summary>
internal static class LazyValues
{
    /// <summary>The <c>Lazy</c> that the call reads the value of, if it is one that locks and has a name.</summary>
    public static AccessPath? LockOf(ObjectCall call) =>
        call.Method is { Name: "get_Value", ContainingType: { Name: "Lazy", Arity: 1 } type } && type.ContainingNamespace.IsNamed("System")
        && call.NameOf(call.Shape.Receiver) is { LastMember: { } holder } path && Locks(holder)
            ? path
            : null;

    /// <summary>The call makes one that locks.</summary>
    public static bool IsLazyCreation(ObjectCall call) =>
        call.Method is { MethodKind: MethodKind.Constructor, ContainingType: { Name: "Lazy", Arity: 1 } type } && type.ContainingNamespace.IsNamed("System")
        && call.Shape.Call is IObjectCreationOperation { Arguments: { Length: > 0 } arguments } && arguments[0].Value.Type?.TypeKind == TypeKind.Delegate
        && (arguments.Length == 1 || !SaysOtherwise(arguments[1].Value.Syntax.ToString()));

    /// <summary>Where what is made is kept.</summary>
    public static AccessPath? HolderOf(ObjectCall creation) =>
        creation.Shape.Call?.UsedBy() is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } ? creation.NameOf(target) : null;

    private static bool Locks(ISymbol holder)
    {
        foreach (var arguments in LockCreation.Of(holder) ?? [])
        {
            foreach (var argument in arguments?.Arguments ?? default)
            {
                if (SaysOtherwise(argument.ToString()))
                    return false;
            }
        }

        return true;
    }

    private static bool SaysOtherwise(string mode) => mode is "false" || mode.EndsWith("PublicationOnly", System.StringComparison.Ordinal) || mode.EndsWith("ThreadSafetyMode.None", System.StringComparison.Ordinal);
}
