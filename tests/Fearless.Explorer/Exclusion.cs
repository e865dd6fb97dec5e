using System;
using Fearless.Internal;
using Xunit;

namespace Fearless.Explorer;

/// <summary>What must not be inside twice; with a scheduling point inside, so that somebody else gets the chance.</summary>
internal sealed class Exclusion
{
    private int _inside;
    private int _anything;

    public Exit Enter()
    {
        Assert.Equal(0, _inside++);
        Atomics.Add(ref _anything, 1);
        return new Exit(this);
    }

    /// <summary>For a reader, with a scheduling point too.</summary>
    public void AssertNobody()
    {
        Assert.Equal(0, _inside);
        Atomics.Add(ref _anything, 1);
        Assert.Equal(0, _inside);
    }

    public readonly struct Exit(Exclusion exclusion) : IDisposable
    {
        public void Dispose() => exclusion._inside--;
    }
}
