using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

internal static class TypeTraitsReader
{
    private static readonly Dictionary<string, TypeTraits> _words = new()
    {
        ["Monitor"] = TypeTraits.Locks, ["EnterScope"] = TypeTraits.Locks, ["SpinLock"] = TypeTraits.Locks, ["SemaphoreSlim"] = TypeTraits.Locks,
        ["Semaphore"] = TypeTraits.Locks, ["Mutex"] = TypeTraits.Locks, ["RwLock"] = TypeTraits.Locks, ["ReaderWriterLockSlim"] = TypeTraits.Locks,
        ["ReaderWriterLock"] = TypeTraits.Locks, ["Lock"] = TypeTraits.Locks, ["AsyncLock"] = TypeTraits.Locks, ["AsyncMutex"] = TypeTraits.Locks,
        ["AsyncRwLock"] = TypeTraits.Locks, ["Enter"] = TypeTraits.Locks, ["EnterReadLock"] = TypeTraits.Locks, ["EnterWriteLock"] = TypeTraits.Locks,
        ["Synchronized"] = TypeTraits.Locks, ["LockAsync"] = TypeTraits.Locks, ["WaitAsync"] = TypeTraits.Locks,
        ["Thread"] = TypeTraits.Work, ["Timer"] = TypeTraits.Work, ["Parallel"] = TypeTraits.Work, ["ThreadPool"] = TypeTraits.Work, ["Run"] = TypeTraits.Work,
        ["StartNew"] = TypeTraits.Work, ["ContinueWith"] = TypeTraits.Work, ["AsParallel"] = TypeTraits.Work, ["Elapsed"] = TypeTraits.Work,
        ["ActionBlock"] = TypeTraits.Work, ["TransformBlock"] = TypeTraits.Work, ["Spawn"] = TypeTraits.Work, ["Threads"] = TypeTraits.Work, ["Spawned"] = TypeTraits.Work, ["FileSystemWatcher"] = TypeTraits.Work,
        ["BackgroundWorker"] = TypeTraits.Work, ["Register"] = TypeTraits.Work, ["RegisterWaitForSingleObject"] = TypeTraits.Work,
        ["Interlocked"] = TypeTraits.Atomics, ["Volatile"] = TypeTraits.Atomics, ["Atomic"] = TypeTraits.Atomics, ["AtomicRef"] = TypeTraits.Atomics,
        ["ConcurrentDictionary"] = TypeTraits.Atomics, ["ConcurrentQueue"] = TypeTraits.Atomics, ["ConcurrentBag"] = TypeTraits.Atomics,
        ["ConcurrentStack"] = TypeTraits.Atomics, ["BlockingCollection"] = TypeTraits.Atomics,
        ["GuardedBy"] = TypeTraits.Contracts, ["RequiresLock"] = TypeTraits.Contracts, ["ExcludesLock"] = TypeTraits.Contracts,
        ["AcquiresLock"] = TypeTraits.Contracts, ["ReleasesLock"] = TypeTraits.Contracts, ["ThreadAffine"] = TypeTraits.Contracts,
    };

    public static TypeTraits Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var traits = TypeTraits.None;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var token in reference.GetSyntax(cancellation).DescendantTokens())
                traits |= Of(token);
        }

        return traits;
    }

    private static TypeTraits Of(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.LockKeyword => TypeTraits.Locks,
        SyntaxKind.VolatileKeyword => TypeTraits.Atomics,
        SyntaxKind.StaticKeyword when token.Parent is FieldDeclarationSyntax or PropertyDeclarationSyntax => TypeTraits.Statics,
        SyntaxKind.IdentifierToken when _words.TryGetValue(token.ValueText, out var word) => word,
        SyntaxKind.IdentifierToken when BundledCatalog.SpawnNames.Contains(token.ValueText) => TypeTraits.Work,
        SyntaxKind.IdentifierToken when token.Parent is IdentifierNameSyntax { Parent: InvocationExpressionSyntax call } && IsLeft(call, token) => TypeTraits.Work,
        _ => TypeTraits.None,
    };

    /// <summary>By its name an async method, called and left to itself.</summary>
    private static bool IsLeft(InvocationExpressionSyntax call, SyntaxToken name) => AsyncStarts.IsLeft(call)
        && (name.ValueText.EndsWith("Async", System.StringComparison.Ordinal) || call.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } });
}
