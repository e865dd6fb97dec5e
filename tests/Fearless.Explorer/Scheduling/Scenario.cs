using System;

namespace Fearless.Explorer.Scheduling;

/// <summary>What two or three threads do, and what must be true when all have ended. Made anew for each execution.</summary>
internal sealed record Scenario(Action AtEnd, params Action[] Threads);
