namespace Fearless.Analyzers;

internal enum LockMode
{
    Exclusive,
    Upgradeable,
    Shared,
}
