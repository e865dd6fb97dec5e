using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.ThreadAffineUseRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_control_in_started_work() => Rule.Check("""
        private readonly Label _label = new();
        public void M() => {|#1:Task.Run(() => { _label.{|#0:Text|} = "x"; })|};
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithArguments("Text", "ui", "is used here by the work started at line 10", "go through the thread's dispatcher"));

    [Theory]
    [InlineData("Task.Run(Step);")]
    [InlineData("new Thread(Step).Start();")]
    [InlineData("_timer = new Timer(_ => Step());")]
    [InlineData("Task.Run(async () => { await Task.Delay(1); Step(); });")]
    public static Task In_a_method_that_work_runs(string start) => Rule.Check($$"""
        private readonly Label _label = new();
        private Timer? _timer;
        public void M() { {{start}} }
        private void Step() => _label.[|Show|]();
        """);

    [Fact]
    public static Task Data_that_anybody_reaches() => Rule.Check("""
        [ThreadAffine("ui")] private int _percent;
        public void Set(int percent) => Store(percent);
        private void Store(int percent) => {|#0:_percent|} = percent;
        """, Rule.Finding().WithLocation(0).WithArguments("_percent", "ui", "is used here for 'Set', which anybody may call on any thread", "go through the thread's dispatcher"));

    [Fact]
    public static Task Code_of_another_thread() => Rule.Check("""
        [ThreadAffine("ui")] public void Render() { }
        [ThreadAffine("io")] public void Read() => [|Render|]();
        """);

    [Fact]
    public static Task The_branch_of_the_wrong_thread() => Rule.Check("""
        private readonly Label _label = new();
        public void M()
        {
            if (_label.InvokeRequired)
                _label.[|Text|] = "x";
        }
        public Task N() => Task.Run(M);
        """);
}
