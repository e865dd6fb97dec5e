namespace Sharing;

public static class Report
{
    public static int CountErrors(string[] first, string[] second)
    {
        var errors = 0;
        var work = Task.Run(() =>
        {
            foreach (var line in first)
            {
                if (line.Contains("error"))
                    errors++;
            }
        });

        foreach (var line in second)
        {
            if (line.Contains("error"))
                errors++;
        }

        work.Wait();
        return errors;
    }
}
