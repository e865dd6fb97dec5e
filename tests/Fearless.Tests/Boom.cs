using System;

namespace Fearless.Tests;

/// <summary>The exception that tests throw on purpose.</summary>
internal sealed class Boom() : Exception("boom");
