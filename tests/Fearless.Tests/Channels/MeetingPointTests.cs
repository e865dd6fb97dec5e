using System;
using System.Runtime.CompilerServices;
using Fearless.Channels;
using Fearless.Internal;
using Xunit;

namespace Fearless.Tests.Channels;

public class MeetingPointTests
{
    [Fact]
    public void Both_places_are_on_one_cache_line_even_after_a_collection()
    {
        AssertOnOneLine<long>();
        AssertOnOneLine<string>();
        AssertOnOneLine<byte>();
        AssertOnOneLine<(long, string)>();
        AssertOnOneLine<Guid>();
    }

    [Fact]
    public void Large_values_have_a_place_too()
    {
        var point = new MeetingPoint<Large>();
        Assert.Equal(Unsafe.SizeOf<MeetingPlace<Large>>(), Unsafe.ByteOffset(ref point.Offer, ref point.Wish));
    }

    private static unsafe void AssertOnOneLine<T>()
    {
        for (var i = 0; i < 50; i++)
        {
            var junk = new byte[i * 8];
            var point = new MeetingPoint<T>();
            GC.KeepAlive(junk);
            if (i == 25)
            {
                GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            }

            var first = (nuint)Unsafe.AsPointer(ref point.Offer);
            var last = (nuint)Unsafe.AsPointer(ref point.Wish) + (nuint)Unsafe.SizeOf<MeetingPlace<T>>() - 1;
            Assert.Equal(first / CacheLine.Size, last / CacheLine.Size);
        }
    }

    [InlineArray(32)]
    private struct Large
    {
        private long _first;
    }
}
