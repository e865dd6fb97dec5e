using System.Collections.Immutable;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>What the fixes need to know of the lock that is missing.</summary>
internal static class GuardFacts
{
    public const string LockKey = "Lock";
    public const string ScopeKey = "Scope";
    public const string KindKey = "Kind";
    public const string MemberKey = "Member";
    public const string HeldKey = "Held";
    public const string WriteKey = "Write";

    public static ImmutableDictionary<string, string?> Of(ISymbol member, LockName name, bool isWrite) => ImmutableDictionary<string, string?>.Empty
        .Add(LockKey, name.ToString())
        .Add(ScopeKey, name.Scope.ToString())
        .Add(KindKey, KindOf(name))
        .Add(MemberKey, member.Name)
        .Add(WriteKey, isWrite ? "true" : "false");

    /// <summary>How it is taken: by a <c>lock</c> statement, or by calls of a pair of members.</summary>
    private static string KindOf(LockName name) => (name.LockClass is { } held ? MemberType.Of(held) : null) switch
    {
        { Name: "ReaderWriterLockSlim" } => "ReaderWriterLockSlim",
        { Name: "SemaphoreSlim" } => "SemaphoreSlim",
        { Name: "Mutex" or "Semaphore" or "SpinLock" or "ReaderWriterLock" or "RwLock" or "AsyncMutex" or "AsyncRwLock" or "AsyncLock" } => "Other",
        _ => "Statement",
    };
}
