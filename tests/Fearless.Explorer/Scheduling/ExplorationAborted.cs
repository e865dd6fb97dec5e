using System;

namespace Fearless.Explorer.Scheduling;

/// <summary>Unwinds the threads of an execution that has failed elsewhere.</summary>
internal sealed class ExplorationAborted() : Exception("The execution was given up.");
