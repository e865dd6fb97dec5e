namespace Fearless.Analyzers.Types;

/// <summary>Why a type is not, or is not known to be, what is asked. Those from <see cref="Delegate"/> on only leave it open.</summary>
internal enum CauseKind
{
    /// <summary><c>[NotSend]</c> or <c>[NotSync]</c>.</summary>
    Marked,

    /// <summary><c>[ThreadAffine]</c>, or so in the catalog.</summary>
    ThreadAffine,

    Catalog,
    Array,
    Pointer,

    /// <summary>A field that changes without a lock.</summary>
    MutableField,

    /// <summary>A parameter of a primary constructor that the members use: a field that nothing keeps from being written.</summary>
    CapturedParameter,

    /// <summary>More than one word.</summary>
    Wide,

    Delegate,
    Interface,
    OpenClass,

    /// <summary><c>object</c>, <c>dynamic</c> and the like.</summary>
    Anything,

    TypeParameter,

    /// <summary>From another assembly, and neither marked nor in the catalog.</summary>
    NoEntry,

    /// <summary>The type contains ever larger types.</summary>
    Endless,
}
