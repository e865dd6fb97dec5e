using System;
using System.Runtime.CompilerServices;
using Fearless.Explorer.Scheduling;

namespace Fearless.Internal;

/// <summary>The production facade's twin: parking is being blocked as far as the explorer is concerned.</summary>
internal sealed class Parker
{
    // Threads, and with them their parkers, serve one execution after the other, which must all begin alike: a token counts in its own only.
    private Execution? _tokenOf;

    public bool Park(in Deadline deadline)
    {
        Execution execution = Execution.Controlling ?? throw new InvalidOperationException("Only explored threads may park.");
        execution.Point();
        if (_tokenOf != execution && deadline.HasPassed) return false;
        bool took = execution.Block(() => _tokenOf == execution, deadline);
        _tokenOf = null;
        return took;
    }

    public void Unpark([CallerMemberName] string member = "")
    {
        Execution.Controlling?.Point();
        if (!Fault.Hits(Operation.Unpark, member)) _tokenOf = Execution.Controlling;
    }
}
