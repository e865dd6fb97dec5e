using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Work that one member makes and keeps, and another starts: <c>_thread = new Thread(Loop)</c> in the constructor, <c>_thread.Start()</c> in
/// <c>Start</c>.
/// </summary>
internal sealed class KeptWork
{
    // Beyond the bits that a body's own work has: what runs when is known only for that.
    private const int NoBit = 64;

    private KeptWork(IMethodSymbol method, SpawnSite site, MemberBody starter)
    {
        Method = method;
        Site = site;
        Starter = starter;
    }

    /// <summary>What it runs.</summary>
    public IMethodSymbol Method { get; }

    public SpawnSite Site { get; }

    /// <summary>The body that starts it.</summary>
    public MemberBody Starter { get; }

    public static IEnumerable<KeptWork> In(IReadOnlyList<MemberBody> bodies)
    {
        foreach (var body in bodies)
        {
            foreach (var site in body.Facts?.Spawns ?? [])
            {
                if (site.Starts.Count > 0 || site.Method is not { } method || StorageOf(site, body) is not { } storage)
                    continue;
                foreach (var starter in bodies)
                {
                    if (StartIn(starter, storage) is not { } start)
                        continue;
                    var kept = new SpawnSite(NoBit, site.Description, site.Call, ThreadContext.Main, null, method, isAsyncCall: false);
                    kept.Started(start, 0);
                    yield return new KeptWork(method.OriginalDefinition, kept, starter);
                }
            }
        }
    }

    /// <summary>The member to which the thread or task is assigned as it is made.</summary>
    private static ISymbol? StorageOf(SpawnSite site, MemberBody body)
    {
        foreach (var operation in body.Root.DescendantsAndSelf())
        {
            if (operation is ISimpleAssignmentOperation assignment && assignment.Value.Unwrap().Syntax == site.Call)
                return MemberOf(assignment.Target);
            if (operation is IFieldInitializerOperation { InitializedFields: { Length: 1 } fields } initializer && initializer.Value.Unwrap().Syntax == site.Call)
                return fields[0];
        }

        return null;
    }

    private static SyntaxNode? StartIn(MemberBody body, ISymbol storage)
    {
        foreach (var operation in body.Root.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod.Name: "Start", Instance: { } thread } && SymbolEqualityComparer.Default.Equals(MemberOf(thread.Unwrap()), storage))
                return operation.Syntax;
        }

        return null;
    }

    private static ISymbol? MemberOf(IOperation reference) => reference switch
    {
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } member => member.Member.OriginalDefinition,
        _ => null,
    };
}
