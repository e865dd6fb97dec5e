using System;

namespace Fearless.Async;

/// <summary>The semaphore was closed: no permit was taken, and none will ever be given out.</summary>
public sealed class SemaphoreClosedException() : Exception("The semaphore is closed and gives out no permits any more. Nothing was taken.");
