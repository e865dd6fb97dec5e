namespace Fearless;

/// <summary>Works on a value in place.</summary>
public delegate void RefAction<T>(ref T value);
