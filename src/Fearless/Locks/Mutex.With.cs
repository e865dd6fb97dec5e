using System;
using System.Threading;

namespace Fearless;

public sealed partial class Mutex<T>
{
    /// <summary>Runs <paramref name="body"/> on the value, under the lock (Rust's <c>with_mut</c>). An exception that leaves it poisons, on every runtime.</summary>
    /// <exception cref="PoisonedException">An exception escaped from an earlier critical section; the body does not run.</exception>
    /// <exception cref="LockRecursionException">This thread holds the mutex already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public void With(RefAction<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using MutexGuard<T> guard = Lock();
        try
        {
            body(ref Item);
        }
        catch (Exception) when (PoisonIfInexact())
        {
            throw;
        }
    }

    /// <summary>As <see cref="With(RefAction{T})"/>, and returns what the body returns.</summary>
    /// <exception cref="PoisonedException">An exception escaped from an earlier critical section; the body does not run.</exception>
    /// <exception cref="LockRecursionException">This thread holds the mutex already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public TResult With<TResult>(RefFunc<T, TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using MutexGuard<T> guard = Lock();
        try
        {
            return body(ref Item);
        }
        catch (Exception) when (PoisonIfInexact())
        {
            throw;
        }
    }

    /// <summary>Stores a new value and returns the old one, which is then the caller's alone (Rust's <c>replace</c>).</summary>
    /// <exception cref="PoisonedException">The mutex is poisoned: it keeps its value, and the new one is still the caller's.</exception>
    /// <exception cref="LockRecursionException">This thread holds the mutex already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    [return: Moved]
    public T Replace([Moved] T value)
    {
        using MutexGuard<T> guard = Lock();
        T old = Item;
        Item = value;
        return old;
    }

    /// <summary>Takes the value out for good, without disposing it; every later use of the mutex throws <see cref="ObjectDisposedException"/> (Rust's <c>into_inner</c>). Waits for the holder.</summary>
    /// <exception cref="PoisonedException">The mutex is poisoned and keeps its value; <see cref="ClearPoison"/> first.</exception>
    /// <exception cref="LockRecursionException">This thread holds the mutex already.</exception>
    /// <exception cref="ObjectDisposedException">It was taken out before.</exception>
    [return: Moved]
    public T IntoInner()
    {
        using MutexGuard<T> guard = Lock();
        T value = Item;
        Item = default!;
        Raw.Consume();
        return value;
    }
}
