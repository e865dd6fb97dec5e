using System;
using Xunit;

namespace Fearless.Tests.Sharing;

public class RcAndRefCellTests
{
    [Fact]
    public void Rc_counts_and_disposes_at_the_last()
    {
        var value = new Tracked();
        var a = new Rc<Tracked>(value);
        var b = a.Clone();
        Assert.Equal(2, a.StrongCount);
        Assert.Same(a.Value, b.Value);
        a.Dispose();
        a.Dispose();
        Assert.Equal(1, b.StrongCount);
        Assert.Equal(0, value.Disposals);
        Expect.Throws<ObjectDisposedException>(() => _ = a.Value);
        Expect.Throws<ObjectDisposedException>(() => _ = a.StrongCount);
        Expect.Throws<ObjectDisposedException>(() => a.Clone());
        b.Dispose();
        Assert.Equal(1, value.Disposals);
        Assert.Equal("<disposed>", b.ToString());
        Assert.Equal("5", new Rc<int>(5).ToString());
    }

    [Fact]
    public void RefCell_lets_many_read_or_one_write()
    {
        var cell = new RefCell<int>(1);
        Assert.Equal(2, cell.With((ref readonly v) => cell.With((ref readonly w) => w) + 1));
        cell.WithMut(static (ref v) => v = 5);
        Assert.Equal(5, cell.Replace(6));
        Assert.Equal("RefCell { value: 6 }", cell.ToString());
    }

    [Fact]
    public void RefCell_refuses_conflicting_borrows_and_recovers()
    {
        var cell = new RefCell<int>(1);
        cell.With((ref readonly _) =>
        {
            Expect.Throws<InvalidOperationException>(() => cell.WithMut(static (ref v) => v++));
            Expect.Throws<InvalidOperationException>(() => cell.Replace(2));
            return 0;
        });
        cell.WithMut((ref _) =>
        {
            Expect.Throws<InvalidOperationException>(() => cell.With(static (ref readonly v) => v));
            Expect.Throws<InvalidOperationException>(() => cell.WithMut(static (ref v) => v++));
            Expect.Throws<InvalidOperationException>(() => cell.Replace(2));
            Assert.Equal("RefCell { value: <borrowed> }", cell.ToString());
        });
        Expect.Throws<Boom>(() => cell.With<int>(static (ref readonly _) => throw new Boom()));
        Expect.Throws<Boom>(() => cell.WithMut(static (ref _) => throw new Boom()));
        Assert.Equal(1, cell.Replace(2));
        Expect.Throws<ArgumentNullException>(() => cell.With<int>(null!));
        Expect.Throws<ArgumentNullException>(() => cell.WithMut(null!));
    }
}
