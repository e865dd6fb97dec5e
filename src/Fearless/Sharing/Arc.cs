using System;
using System.Diagnostics.CodeAnalysis;
using Fearless.Internal;

namespace Fearless;

/// <summary>Makes and inspects <see cref="Arc{T}"/>. None of it blocks.</summary>
public static class Arc
{
    /// <summary>The first reference to a value, which the caller must not use in any other way from now on (Rust's <c>Arc::new</c>).</summary>
    public static Arc<T> New<[Send, Sync] T>([Moved] T value) => new(new ArcBox<T>(value, strong: 1));

    /// <summary>A value that holds weak references to itself; <see cref="Weak{T}.TryUpgrade"/> fails inside the factory (Rust's <c>Arc::new_cyclic</c>).</summary>
    /// <param name="factory">The reference it is given is the value's to keep, clone or dispose. If it throws, so does this.</param>
    /// <exception cref="ArgumentNullException"/>
    public static Arc<T> NewCyclic<[Send, Sync] T>(Func<Weak<T>, T> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var box = new ArcBox<T>(default!, strong: 0);
        box.AddWeak();
        box.Open(factory(new Weak<T>(box)));
        return new Arc<T>(box);
    }

    /// <summary>How many strong references there are; may be out of date at once if other threads have some.</summary>
    /// <exception cref="ArgumentNullException"/> <exception cref="ObjectDisposedException">The handle was disposed.</exception>
    public static int StrongCount<[Send, Sync] T>(Arc<T> arc)
    {
        ArgumentNullException.ThrowIfNull(arc);
        return arc.Box.Strong;
    }

    /// <summary>How many weak references there are; may be out of date at once if other threads have some.</summary>
    /// <exception cref="ArgumentNullException"/> <exception cref="ObjectDisposedException">The handle was disposed.</exception>
    public static int WeakCount<[Send, Sync] T>(Arc<T> arc)
    {
        ArgumentNullException.ThrowIfNull(arc);
        return arc.Box.Weak;
    }

    /// <summary>As <see cref="StrongCount{T}(Arc{T})"/>, seen from a weak reference; 0 once the value is gone.</summary>
    /// <exception cref="ArgumentNullException"/> <exception cref="ObjectDisposedException">The handle was disposed.</exception>
    public static int StrongCount<[Send, Sync] T>(Weak<T> weak)
    {
        ArgumentNullException.ThrowIfNull(weak);
        return weak.Box?.Strong ?? 0;
    }

    /// <summary>As <see cref="WeakCount{T}(Arc{T})"/>, seen from a weak reference; 0 once the value is gone, as in Rust.</summary>
    /// <exception cref="ArgumentNullException"/> <exception cref="ObjectDisposedException">The handle was disposed.</exception>
    public static int WeakCount<[Send, Sync] T>(Weak<T> weak)
    {
        ArgumentNullException.ThrowIfNull(weak);
        return weak.Box is { Strong: > 0 } box ? box.Weak : 0;
    }

    /// <summary>Whether both refer to the same shared value; equal values are not enough.</summary>
    /// <exception cref="ArgumentNullException"/> <exception cref="ObjectDisposedException">A handle was disposed.</exception>
    public static bool PtrEq<[Send, Sync] T>(Arc<T> left, Arc<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return ReferenceEquals(left.Box, right.Box);
    }

    /// <summary>As <see cref="PtrEq{T}(Arc{T}, Arc{T})"/>; two that never referred to anything are equal.</summary>
    /// <exception cref="ArgumentNullException"/> <exception cref="ObjectDisposedException">A handle was disposed.</exception>
    public static bool PtrEq<[Send, Sync] T>(Weak<T> left, Weak<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return ReferenceEquals(left.Box, right.Box);
    }

    /// <summary>The value, undisposed, if this is the last strong reference (which is then spent); otherwise false and nothing changes. Weak references do not matter and end here.</summary>
    /// <exception cref="ArgumentNullException"/> <exception cref="ObjectDisposedException">The handle was disposed.</exception>
    public static bool TryUnwrap<[Send, Sync] T>(Arc<T> arc, [Moved, MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(arc);
        ArcBox<T> box = arc.Box;
        if (!box.TryTake(out value!)) return false;
        arc.Release();
        return true;
    }

    /// <summary>
    /// Gives this reference up; the value, undisposed, if it was the last (Rust's <c>Arc::into_inner</c>). Of several threads that do this to the last references exactly one gets the value.
    /// </summary>
    /// <exception cref="ArgumentNullException"/> <exception cref="ObjectDisposedException">The handle was disposed.</exception>
    public static bool IntoInner<[Send, Sync] T>(Arc<T> arc, [Moved, MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(arc);
        ArcBox<T> box = arc.Box;
        arc.Release();
        return box.DropOrTake(out value!);
    }
}
