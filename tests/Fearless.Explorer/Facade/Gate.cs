using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Fearless.Explorer.Scheduling;

namespace Fearless.Internal;

/// <summary>The production facade's twin: whoever finds it closed is blocked as far as the explorer is concerned.</summary>
internal sealed class Gate
{
    private readonly Queue<StrongBox<bool>> _sleepers = new();
    private bool _isHeld;

    public void Enter([CallerMemberName] string member = "")
    {
        if (Execution.Controlling is { } execution)
        {
            execution.Point();
            if (!Fault.Hits(Operation.Gate, member)) execution.Block(() => !_isHeld, Deadline.Infinite);
        }
        _isHeld = true;
    }

    public void Exit() => _isHeld = false;

    public Held Hold([CallerMemberName] string member = "")
    {
        Enter(member);
        return new Held(this);
    }

    public void Wait(in Deadline deadline)
    {
        Execution execution = Execution.Controlling ?? throw new InvalidOperationException("Only explored threads may wait.");
        var pulsed = new StrongBox<bool>();
        _sleepers.Enqueue(pulsed);
        Exit();
        execution.Block(() => pulsed.Value, deadline);
        execution.Block(() => !_isHeld, Deadline.Infinite);
        _isHeld = true;
    }

    public void Pulse([CallerMemberName] string member = "")
    {
        if (!Fault.Hits(Operation.Unpark, member) && _sleepers.TryDequeue(out StrongBox<bool>? sleeper)) sleeper.Value = true;
    }

    public readonly ref struct Held(Gate gate) : IDisposable
    {
        public void Dispose() => gate.Exit();
    }
}
