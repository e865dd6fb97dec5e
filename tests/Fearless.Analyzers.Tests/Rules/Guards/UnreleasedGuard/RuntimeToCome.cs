using System.Collections.Generic;
using System.IO;
using System.Linq;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Fearless.Analyzers.Tests.UnreleasedGuardRule;

/// <summary>
/// The parts of the runtime's public surface that the rule knows and that the runtime may not have yet: rules and runtime are made side by
/// side. A type that is there is used as it is.
/// </summary>
internal static class RuntimeToCome
{
    private static readonly (string Type, string Source)[] _parts =
    [
        ("Fearless.RwLock`1", """
            namespace Fearless
            {
                public sealed class RwLock<T>(T value)
                {
                    public ReadGuard<T> Read() => throw null!;
                    public WriteGuard<T> Write() => throw null!;
                    public ReadGuard<T> TryRead() => throw null!;
                    public WriteGuard<T> TryWrite() => throw null!;
                    public bool TryRead(out ReadGuard<T> guard) => throw null!;
                    public bool TryWrite(out WriteGuard<T> guard) => throw null!;
                    public T It { get; } = value;
                }
                public ref struct ReadGuard<T> : System.IDisposable { [System.Diagnostics.CodeAnalysis.UnscopedRef] public ref readonly T Value => throw null!; public bool IsHeld => throw null!; public void Dispose() { } }
                public ref struct WriteGuard<T> : System.IDisposable { [System.Diagnostics.CodeAnalysis.UnscopedRef] public ref T Value => throw null!; public bool IsHeld => throw null!; public ReadGuard<T> Downgrade() => throw null!; public void Dispose() { } }
            }
            """),
        ("Fearless.Condvar", """
            namespace Fearless
            {
                public sealed class Condvar
                {
                    public void Wait<T>(scoped MutexGuard<T> guard) { }
                    public void WaitWhile<T>(scoped MutexGuard<T> guard, RefFunc<T, bool> condition) { }
                    public void NotifyOne() { }
                }
            }
            """),
        ("Fearless.Locks", """
            namespace Fearless
            {
                public static class Locks { public static MutexPairGuard<TA, TB> Both<TA, TB>(Mutex<TA> a, Mutex<TB> b) => throw null!; }
                public ref struct MutexPairGuard<TA, TB> : System.IDisposable { [System.Diagnostics.CodeAnalysis.UnscopedRef] public ref TA A => throw null!; public void Dispose() { } }
            }
            """),
        ("Fearless.Async.AsyncMutex`1", """
            namespace Fearless.Async
            {
                public sealed class AsyncMutex<T>(T value)
                {
                    public System.Threading.Tasks.ValueTask<AsyncMutexGuard<T>> LockAsync(System.Threading.CancellationToken cancellationToken = default) => throw null!;
                    public bool TryLock([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out AsyncMutexGuard<T>? guard) => throw null!;
                    public T It { get; } = value;
                }
                public sealed class AsyncMutexGuard<T> : System.IDisposable { public ref T Value => throw null!; public void Dispose() { } }
            }
            """),
        ("Fearless.Async.AsyncRwLock`1", """
            namespace Fearless.Async
            {
                public sealed class AsyncRwLock<T>(T value)
                {
                    public System.Threading.Tasks.ValueTask<AsyncReadGuard<T>> ReadAsync(System.Threading.CancellationToken cancellationToken = default) => throw null!;
                    public System.Threading.Tasks.ValueTask<AsyncWriteGuard<T>> WriteAsync(System.Threading.CancellationToken cancellationToken = default) => throw null!;
                    public T It { get; } = value;
                }
                public sealed class AsyncReadGuard<T> : System.IDisposable { public ref readonly T Value => throw null!; public void Dispose() { } }
                public sealed class AsyncWriteGuard<T> : System.IDisposable { public ref T Value => throw null!; public AsyncReadGuard<T> Downgrade() => throw null!; public void Dispose() { } }
            }
            """),
    ];

    public static IReadOnlyList<MetadataReference> References { get; } = [.. Compile()];

    private static IEnumerable<MetadataReference> Compile()
    {
        var runtime = typeof(SendAttribute).Assembly;
        var missing = _parts.Where(part => runtime.GetType(part.Type) is null)
            .Select(static part => InProcessBuild.Parse("#nullable enable\n" + part.Source, part.Type + ".cs")).ToList();
        if (missing.Count == 0)
            yield break;
        var image = new MemoryStream();
        var result = InProcessBuild.Compile("RuntimeToCome", missing, MetadataReference.CreateFromFile(runtime.Location)).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        yield return MetadataReference.CreateFromImage(image.ToArray());
    }
}
