namespace Fearless.Channels;

/// <summary>
/// A slot of a ring. On its lap n it is empty at <c>2n</c> and holds a value at <c>2n + 1</c>; whoever moves it on has written the value
/// before (a release), and whoever finds it so may read or write the value after (an acquire).
/// </summary>
internal struct RingSlot<T>
{
    internal T Value;
    internal long State;
}
