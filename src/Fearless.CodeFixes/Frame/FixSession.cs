using System.Collections.Generic;

namespace Fearless.CodeFixes;

/// <summary>What the fixes of one document share while they are applied together.</summary>
internal sealed class FixSession
{
    private readonly HashSet<object> _done = [];

    /// <summary>True the first time that this edit is asked for.</summary>
    public bool Once(object edit) => _done.Add(edit);
}
