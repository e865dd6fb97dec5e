namespace Sharing;

public static class RetryBudget
{
    private static readonly ThreadLocal<int> s_left = new(() => 5);

    public static bool TryTake() => s_left.Value-- > 0;
}
