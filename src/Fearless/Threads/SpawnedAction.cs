using System;

namespace Fearless;

/// <summary>A running thread that returns nothing.</summary>
internal sealed class SpawnedAction(Action body, ThreadScope? scope) : SpawnedThread(scope)
{
    private Action? _body = body;

    internal override bool HasDisposableResult => false;

    protected override void InvokeBody()
    {
        var body = _body!;
        _body = null;
        body();
    }

    internal override void DropResult()
    {
        // There is none.
    }
}
