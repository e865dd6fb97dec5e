namespace Sharing;

public static class DayClose
{
    public static async Task<decimal> CloseAsync(List<decimal> entries, decimal correction)
    {
        entries.Add(correction);
        return await Task.Run(() => Sum(entries));
    }

    private static decimal Sum(List<decimal> entries)
    {
        var sum = 0m;
        foreach (var entry in entries)
            sum += entry;
        return sum;
    }
}
