using System;

namespace Fearless;

/// <summary>One thread's value of one key, and what is being done with it.</summary>
internal sealed class LocalSlot<T> : LocalSlot
{
    internal T Value = default!;

    internal LocalState State;

    internal override void Drop()
    {
        // A value without a destructor stays readable while other values are disposed, as in Rust.
        if (State != LocalState.Ready || Value is not IDisposable)
        {
            return;
        }

        State = LocalState.Destroyed;
        var value = (IDisposable)Value;
        Value = default!;
        value.Dispose();
    }

    internal void DisposeOld(T value)
    {
        var old = Value;
        Value = value;
        (old as IDisposable)?.Dispose();
    }
}
