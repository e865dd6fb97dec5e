namespace Fearless.Analyzers.Flow;

internal enum Recording
{
    /// <summary>On the way to the fixpoint.</summary>
    Nothing,

    Everything,

    /// <summary>An async function that was not awaited: its caller's thread runs it up to the first suspension …</summary>
    UntilSuspension,

    /// <summary>… and anybody's from there on.</summary>
    FromSuspension,
}
