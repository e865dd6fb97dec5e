using System;
using System.Collections.Generic;
using System.Threading;

namespace Fearless.Benchmarks.Locks;

/// <summary>The synchronous locks; each operation adds one to a counter under the lock.</summary>
internal static class LockSuite
{
    public static IEnumerable<Comparison> Comparisons()
    {
        yield return new("mutex, uncontended", "lock(Lock)", 0.95, new Loop(Mutex(new(0))), new Loop(BclLock()));
        yield return new("mutex, With, uncontended", "lock(Lock)", null, new Loop(MutexWith(new(0))), new Loop(BclLock()));
        yield return new("mutex, 2 threads", "lock(Lock)", 0.8, new OnThreads(2, Mutex(new(0))), new OnThreads(2, BclLock()));
        yield return new("mutex, 4 threads", "lock(Lock)", null, new OnThreads(4, Mutex(new(0))), new OnThreads(4, BclLock()));
        yield return new("rwlock read, uncontended", "ReaderWriterLockSlim", 0.8, new Loop(Read(new(0))), new Loop(BclRead(new())));
        yield return new("rwlock write, uncontended", "ReaderWriterLockSlim", 0.8, new Loop(Write(new(0))), new Loop(BclWrite(new())));
        yield return new("rwlock read, 2 threads", "ReaderWriterLockSlim", 2.0, new OnThreads(2, Read(new(0))), new OnThreads(2, BclRead(new())));
        yield return new("rwlock write, 2 threads", "ReaderWriterLockSlim", null, new OnThreads(2, Write(new(0))), new OnThreads(2, BclWrite(new())));
        yield return new("condvar, round trip of two threads", "Monitor.Wait/Pulse", null, new CondvarPingPong(), new MonitorPingPong());
        yield return new("once lock, read", "Lazy<T>.Value", null, new Loop(Once()), new Loop(BclLazy()));
        yield return new("arc, clone and dispose", "Interlocked pair", null, new Loop(ArcPair()), new Loop(InterlockedPair()));
    }

    private static Action<int> Mutex(Mutex<int> mutex) => n =>
    {
        for (int i = 0; i < n; i++)
        {
            using var guard = mutex.Lock();
            guard.Value++;
        }
    };

    private static Action<int> MutexWith(Mutex<int> mutex) => n =>
    {
        for (int i = 0; i < n; i++) mutex.With(static (ref v) => v++);
    };

    private static Action<int> BclLock()
    {
        var guarded = new Guarded();
        return guarded.Loop;
    }

    private static Action<int> Read(RwLock<int> rw) => n =>
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
        {
            using var guard = rw.Read();
            sum += guard.Value;
        }
        Sink.Keep(sum);
    };

    private static Action<int> Write(RwLock<int> rw) => n =>
    {
        for (int i = 0; i < n; i++)
        {
            using var guard = rw.Write();
            guard.Value++;
        }
    };

    private static Action<int> BclRead(ReaderWriterLockSlim rw)
    {
        int value = 0;
        return n =>
        {
            int sum = 0;
            for (int i = 0; i < n; i++)
            {
                rw.EnterReadLock();
                try { sum += value; }
                finally { rw.ExitReadLock(); }
            }
            Sink.Keep(sum);
        };
    }

    private static Action<int> BclWrite(ReaderWriterLockSlim rw)
    {
        int value = 0;
        return n =>
        {
            for (int i = 0; i < n; i++)
            {
                rw.EnterWriteLock();
                try { value++; }
                finally { rw.ExitWriteLock(); }
            }
        };
    }

    private static Action<int> Once()
    {
        var once = new OnceLock<string>();
        once.TrySet("x");
        Func<string> factory = static () => "y";
        return n =>
        {
            int sum = 0;
            for (int i = 0; i < n; i++) sum += once.GetOrInit(factory).Length;
            Sink.Keep(sum);
        };
    }

    private static Action<int> BclLazy()
    {
        var lazy = new Lazy<string>(static () => "x");
        return n =>
        {
            int sum = 0;
            for (int i = 0; i < n; i++) sum += lazy.Value.Length;
            Sink.Keep(sum);
        };
    }

    private static Action<int> ArcPair()
    {
        var arc = Arc.New("x");
        return n => { for (int i = 0; i < n; i++) arc.Clone().Dispose(); };
    }

    private static Action<int> InterlockedPair()
    {
        int count = 0;
        return n =>
        {
            for (int i = 0; i < n; i++)
            {
                Interlocked.Increment(ref count);
                Interlocked.Decrement(ref count);
            }
        };
    }

    private sealed class Guarded
    {
        private readonly Lock _lock = new();
        private int _value;

        public void Loop(int n)
        {
            for (int i = 0; i < n; i++)
                lock (_lock) _value++;
            Sink.Keep(_value);
        }
    }
}
