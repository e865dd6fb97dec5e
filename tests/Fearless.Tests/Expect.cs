using System;
using Xunit;

namespace Fearless.Tests;

/// <summary>xunit's Throws takes a lambda that only throws for an async one; this takes it for what it is.</summary>
internal static class Expect
{
    public static T Throws<T>(Action body) where T : Exception => Assert.Throws<T>(body);
}
