namespace Fearless.Analyzers;

/// <summary>What an analyzer registers decides how much the IDE re-runs for one keystroke, so an analyzer belongs to exactly one tier.</summary>
internal enum Liveness
{
    /// <summary>Operation blocks: one member is looked at again.</summary>
    Body,

    /// <summary>Symbol start and end: the document and the other parts of its partial types are looked at again.</summary>
    Type,

    /// <summary>Compilation end: never in the IDE, only in a build.</summary>
    Program,
}
