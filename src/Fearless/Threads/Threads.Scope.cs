using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Fearless;

public static partial class Threads
{
    /// <summary>Runs the body, which may spawn threads that use the caller's locals, and returns only when all of them have ended.</summary>
    /// <param name="body">Spawns into the scope that it is given.</param>
    /// <remarks>
    /// It waits even if the body throws; the body's exception then wins, unchanged. Disposable results that nobody took are disposed before
    /// it returns. An interrupt of the waiting thread is put off until all have ended. Rust: <c>std::thread::scope</c>.
    /// </remarks>
    /// <exception cref="PanicException">A thread that nobody joined threw; raised after all have ended.</exception>
    public static void Scope(Action<ThreadScope> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Scope(scope =>
        {
            body(scope);
            return 0;
        });
    }

    /// <summary>Runs the body, which may spawn threads that use the caller's locals, and returns its value when all of them have ended.</summary>
    /// <typeparam name="T">The type of the body's value.</typeparam>
    /// <param name="body">Spawns into the scope that it is given.</param>
    /// <returns>The body's value.</returns>
    /// <exception cref="PanicException">A thread that nobody joined threw; raised after all have ended.</exception>
    public static T Scope<T>(Func<ThreadScope, T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var scope = new ThreadScope();
        T result;
        try
        {
            result = body(scope);
        }
        catch
        {
            scope.Close();
            throw;
        }

        if (scope.Close() is { } panics)
        {
            throw Panicked(panics);
        }

        return result;
    }

    /// <summary>The scope would end at the first await; this overload exists to say so.</summary>
    /// <param name="body">Not run.</param>
    [Obsolete("The scope would end at the first await. Use Fearless.Async.TaskScope.", error: true)]
    public static void Scope(Func<ThreadScope, Task> body) => throw new NotSupportedException("Use Fearless.Async.TaskScope.");

    private static PanicException Panicked(List<Exception> panics) =>
        new("a scoped thread panicked", panics.Count == 1 ? panics[0] : new AggregateException(panics));
}
