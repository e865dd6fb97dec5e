using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Fearless;

/// <summary>Name, stack size and priority of a thread to be started.</summary>
/// <remarks>May be used for several threads. Rust: <c>std::thread::Builder</c>.</remarks>
[DebuggerDisplay("ThreadBuilder {_options}")]
public sealed class ThreadBuilder
{
    // Below about 20 KiB the runtime itself overflows the stack and ends the process; 128 KiB leaves room for formatting and a few frames.
    private const int SafeStackSize = 128 * 1024;

    private ThreadOptions _options = ThreadOptions.Default;

    /// <summary>Names the thread. The operating system may show only the first 15 characters, <see cref="Thread.Name"/> keeps them all.</summary>
    /// <param name="name">The name.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name contains a NUL.</exception>
    public ThreadBuilder Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A thread's name cannot contain a NUL: the operating system would cut it there.", nameof(name));
        }

        _options = _options with { Name = name };
        return this;
    }

    /// <summary>Sets the size of the thread's stack in bytes; raised to a safe minimum of 128 KiB.</summary>
    /// <param name="bytes">Bytes; raised to the platform's minimum.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public ThreadBuilder StackSize(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        _options = _options with { StackSize = Math.Max(bytes, SafeStackSize) };
        return this;
    }

    /// <summary>Sets the thread's priority; most systems need a privilege to honour a raised one.</summary>
    /// <param name="priority">The priority.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the five.</exception>
    public ThreadBuilder Priority(ThreadPriority priority)
    {
        if (!Enum.IsDefined(priority))
        {
            throw new ArgumentOutOfRangeException(nameof(priority), priority, "Use one of the values of ThreadPriority.");
        }

        _options = _options with { Priority = priority };
        return this;
    }

    /// <summary>Starts a thread.</summary>
    /// <typeparam name="T">The type of the value that the thread returns.</typeparam>
    /// <param name="body">What the thread runs.</param>
    /// <returns>The thread's handle. Dropping it detaches the thread.</returns>
    /// <exception cref="OutOfMemoryException">The system has no room for another thread, or for its stack.</exception>
    public JoinHandle<T> Spawn<[Send] T>([Spawned] Func<T> body) => Threads.Start(body, null, _options);

    /// <summary>Starts a thread.</summary>
    /// <param name="body">What the thread runs.</param>
    /// <returns>The thread's handle. Dropping it detaches the thread.</returns>
    /// <exception cref="OutOfMemoryException">The system has no room for another thread, or for its stack.</exception>
    public JoinHandle Spawn([Spawned] Action body) => Threads.Start(body, null, _options);

    /// <summary>An async lambda would leave its thread at the first await; this overload exists to say so.</summary>
    /// <param name="body">Not run.</param>
    /// <returns>Nothing: it does not compile.</returns>
    [Obsolete("A thread cannot run an async delegate to its end. Use Fearless.Async.TaskScope or Task.Run.", error: true)]
    public JoinHandle Spawn(Func<Task> body) => throw new NotSupportedException("Use Fearless.Async.TaskScope or Task.Run.");

    /// <summary>Starts a thread that ends before the scope does.</summary>
    /// <param name="scope">The scope, not yet ended.</param>
    /// <param name="body">What the thread runs.</param>
    /// <returns>A handle to join by hand, if that is wanted.</returns>
    /// <exception cref="InvalidOperationException">The scope has ended.</exception>
    public JoinHandle SpawnScoped(ThreadScope scope, [Spawned] Action body)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Threads.Start(body, scope, _options);
    }

    /// <summary>Starts a thread that ends before the scope does.</summary>
    /// <typeparam name="T">The type of the value that the thread returns.</typeparam>
    /// <param name="scope">The scope, not yet ended.</param>
    /// <param name="body">What the thread runs.</param>
    /// <returns>A handle to join by hand, if the value is wanted.</returns>
    /// <exception cref="InvalidOperationException">The scope has ended.</exception>
    public JoinHandle<T> SpawnScoped<[Send] T>(ThreadScope scope, [Spawned] Func<T> body)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Threads.Start(body, scope, _options);
    }
}
