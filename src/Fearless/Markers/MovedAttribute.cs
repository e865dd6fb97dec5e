using System;

namespace Fearless;

/// <summary>
/// On a parameter: the argument is moved; once the call has returned (it has not, if it throws) the caller must not touch it, or anything reached from it.
/// On a return value or an out parameter: what comes out is aliased by nobody; of a Task, ValueTask or sequence: its results or elements.
/// On a ref parameter: moved in, and aliased by nobody when the call returns.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class MovedAttribute : Attribute;
