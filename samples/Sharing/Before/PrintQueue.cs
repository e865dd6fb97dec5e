using Fearless;

namespace Sharing;

public sealed class PrintQueue(Sender<List<string>> spooler)
{
    public void Enqueue(List<string> job)
    {
        job.Add("end");
        spooler.Send(job);
    }
}
