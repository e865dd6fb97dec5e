namespace Fearless;

/// <summary>Reads a value in place and returns a result.</summary>
public delegate TResult ReadFunc<T, out TResult>(ref readonly T value);
