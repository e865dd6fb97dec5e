namespace Fearless;

/// <summary>Works on a value in place and returns a result.</summary>
public delegate TResult RefFunc<T, out TResult>(ref T value);
