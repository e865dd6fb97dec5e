namespace Sharing;

public static class Report
{
    public static int CountErrors(string[] first, string[] second)
    {
        var work = Task.Run(() => Count(first));
        var errors = Count(second);
        return errors + work.Result;
    }

    private static int Count(string[] lines)
    {
        var errors = 0;
        foreach (var line in lines)
        {
            if (line.Contains("error"))
                errors++;
        }

        return errors;
    }
}
