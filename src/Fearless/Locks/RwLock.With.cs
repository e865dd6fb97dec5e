using System;
using System.Threading;

namespace Fearless;

public sealed partial class RwLock<T>
{
    /// <summary>Runs <paramref name="body"/> on the value, under the read lock (Rust's <c>with</c>). An exception does not poison.</summary>
    /// <exception cref="PoisonedException">An exception escaped from a write guard's scope; the body does not run.</exception>
    /// <exception cref="LockRecursionException">This thread writes.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public TResult With<TResult>(ReadFunc<T, TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using ReadGuard<T> guard = Read();
        return body(in Item);
    }

    /// <summary>Runs <paramref name="body"/> on the value, under the write lock (Rust's <c>with_mut</c>). An exception that leaves it poisons, on every runtime.</summary>
    /// <exception cref="PoisonedException">An exception escaped from an earlier write; the body does not run.</exception>
    /// <exception cref="LockRecursionException">This thread reads or writes already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public void WithMut(RefAction<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using WriteGuard<T> guard = Write();
        try
        {
            body(ref Item);
        }
        catch (Exception) when (PoisonIfInexact())
        {
            throw;
        }
    }

    /// <summary>As <see cref="WithMut(RefAction{T})"/>, and returns what the body returns.</summary>
    /// <exception cref="PoisonedException">An exception escaped from an earlier write; the body does not run.</exception>
    /// <exception cref="LockRecursionException">This thread reads or writes already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public TResult WithMut<TResult>(RefFunc<T, TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using WriteGuard<T> guard = Write();
        try
        {
            return body(ref Item);
        }
        catch (Exception) when (PoisonIfInexact())
        {
            throw;
        }
    }

    /// <summary>Stores a new value and returns the old one, which is then the caller's alone.</summary>
    /// <exception cref="PoisonedException">The lock is poisoned: it keeps its value, and the new one is still the caller's.</exception>
    /// <exception cref="LockRecursionException">This thread reads or writes already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    [return: Moved]
    public T Replace([Moved] T value)
    {
        using WriteGuard<T> guard = Write();
        T old = Item;
        Item = value;
        return old;
    }

    /// <summary>Takes the value out for good, without disposing it; every later use throws <see cref="ObjectDisposedException"/>. Waits for all holders.</summary>
    /// <exception cref="PoisonedException">The lock is poisoned and keeps its value; <see cref="ClearPoison"/> first.</exception>
    /// <exception cref="LockRecursionException">This thread reads or writes already.</exception>
    /// <exception cref="ObjectDisposedException">It was taken out before.</exception>
    [return: Moved]
    public T IntoInner()
    {
        using WriteGuard<T> guard = Write();
        T value = Item;
        Item = default!;
        Raw.Consume();
        return value;
    }
}
