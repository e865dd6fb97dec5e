using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// The object that is handed over beside a delegate, for the delegate (<c>new Timer(Tick, this, …)</c>, <c>QueueUserWorkItem(static s => s.Run(), worker, …)</c>):
/// the delegate's parameter is another name for it.
/// </summary>
internal static class StateArgument
{
    /// <summary>What the call hands over for the method that its delegate runs; null: nothing.</summary>
    public static CallArgument? For(IMethodSymbol method, IOperation? call)
    {
        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var argument in arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { Name: "state", Type: { TypeKind: not TypeKind.Delegate } type } })
                continue;
            foreach (var parameter in method.Parameters)
            {
                if (parameter.Type.SpecialType == SpecialType.System_Object || SymbolEqualityComparer.Default.Equals(parameter.Type, type))
                    return new CallArgument(parameter, argument.Value);
            }
        }

        return null;
    }
}
