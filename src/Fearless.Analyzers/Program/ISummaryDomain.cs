namespace Fearless.Analyzers.Program;

/// <summary>
/// One thing to know about functions, callees included. The values are a join semi-lattice with a least and a greatest element: the solver
/// stops because of it, and says <see cref="Unknown"/> where that would take too long.
/// </summary>
internal interface ISummaryDomain<T>
    where T : class
{
    /// <summary>Nothing of the kind happens.</summary>
    T Bottom { get; }

    /// <summary>Nobody can tell. Whoever reads it takes it in the direction that claims less.</summary>
    T Unknown { get; }

    /// <summary>What the function does itself.</summary>
    T Local(ProgramFunction function);

    /// <summary>What the callee does, in the caller's terms.</summary>
    T Translate(T callee, ProgramFunction caller, ProgramCall call, CallTarget target);

    T Join(T left, T right);

    bool AreEqual(T left, T right);
}
