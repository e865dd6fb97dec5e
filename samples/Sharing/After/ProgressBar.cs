using Fearless;

namespace Sharing;

public static class ProgressBar
{
    [ThreadAffine("ui")]
    private static int s_percent;

    [ThreadAffine("ui")]
    public static void Render() => Console.WriteLine(new string('#', s_percent / 10));

    [ThreadAffine("ui")]
    public static void Advance(int percent)
    {
        s_percent = percent;
    }
}
