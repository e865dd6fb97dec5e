using System;
using System.Threading;
using System.Threading.Tasks;

namespace Fearless.Async;

/// <summary>Structured concurrency: every task spawned in the scope has ended, or was cancelled because one failed, when RunAsync returns.</summary>
/// <remarks>
/// The first failure (of the body or of a task) cancels the scope's token; cancellation is cooperative, so RunAsync waits until all have ended.
/// Then the body's own exception wins, unless it is merely the cancellation that a task's failure caused; otherwise the first failed task's
/// exception is thrown, as it is. Rust: a scope of a <c>JoinSet</c>; Python: <c>TaskGroup</c>. BCL: <see cref="Task.WhenAll(Task[])"/>, which cancels nothing.
/// </remarks>
public static class TaskScope
{
    /// <summary>Runs the body, and completes when it and everything that it spawned have ended.</summary>
    /// <param name="body">Spawns into the scope that it is given; runs on the caller's thread up to its first await.</param>
    /// <param name="cancellationToken">Cancels the scope.</param>
    /// <returns>A task to await.</returns>
    /// <exception cref="OperationCanceledException">The scope was cancelled from outside before all had ended.</exception>
    public static Task RunAsync(Func<AsyncScope, Task> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RunAsync(
            async scope =>
            {
                await body(scope).ConfigureAwait(false);
                return 0;
            },
            cancellationToken);
    }

    /// <summary>Runs the body, and completes with its value when it and everything that it spawned have ended.</summary>
    /// <typeparam name="T">The type of the body's value.</typeparam>
    /// <param name="body">Spawns into the scope that it is given; runs on the caller's thread up to its first await.</param>
    /// <param name="cancellationToken">Cancels the scope.</param>
    /// <returns>The body's value.</returns>
    /// <exception cref="OperationCanceledException">The scope was cancelled from outside before all had ended.</exception>
    public static async Task<T> RunAsync<T>(Func<AsyncScope, Task<T>> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        cancellationToken.ThrowIfCancellationRequested();
        var scope = new AsyncScope(cancellationToken);
        try
        {
            var result = await body(scope).ConfigureAwait(false);
            await scope.EndAsync().ConfigureAwait(false);
            scope.ThrowFailure(cancellationToken);
            return result;
        }
        catch (OperationCanceledException) when (scope.CancellationToken.IsCancellationRequested)
        {
            await scope.EndAsync().ConfigureAwait(false);
            scope.ThrowFailure(cancellationToken);
            throw;
        }
        catch
        {
            scope.Cancel();
            await scope.EndAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            scope.Release();
        }
    }
}
