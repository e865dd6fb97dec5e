using System;

namespace Fearless.Explorer.Scheduling;

/// <summary>A schedule under which the scenario goes wrong.</summary>
internal sealed class ExplorationFailed(string message, Exception inner) : Exception(message, inner);
