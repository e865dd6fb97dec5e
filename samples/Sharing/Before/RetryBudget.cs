namespace Sharing;

public static class RetryBudget
{
    [ThreadStatic] private static int s_left = 5;

    public static bool TryTake() => s_left-- > 0;
}
