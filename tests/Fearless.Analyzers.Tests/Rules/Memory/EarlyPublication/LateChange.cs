using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyPublicationRule;

/// <summary>Stored under a lock, and changed through the variable afterwards.</summary>
public static class LateChange
{
    private const string Rest = """

        private readonly object _gate = new();
        private List<int> _live = new();
        public Task StartAsync() => Task.Run(Reset);
        public int Count() { lock (_gate) return _live.Count; }
        """;

    [Fact]
    public static Task Through_the_local() => TypeTest<EarlyPublication>.Verify("""
        private void Reset()
        {
            var next = new List<int> { 1 };
            lock (_gate)
            {
                _live = next;
            }
            [|next|].Add(2);
        }
        """ + Rest);

    [Fact]
    public static Task Two_parameters_and_one_object() => TypeTest<EarlyPublication>.Verify("""
        private void Reset()
        {
            var next = new List<int>();
            [|Install(next, next)|];
            Install(next, new List<int>(next));
        }
        private void Install(List<int> live, List<int> preview)
        {
            lock (_gate)
                _live = live;
            preview.Add(2);
        }
        """ + Rest);

    [Theory]
    [InlineData("next.Add(2); lock (_gate) { _live = next; }")]
    [InlineData("lock (_gate) { _live = next; next.Add(2); }")]
    [InlineData("lock (_gate) { _live = next; } lock (_gate) { next.Add(2); }")]
    [InlineData("lock (_gate) { _live = next; } next = new List<int>(); next.Add(2);")]
    [InlineData("lock (_gate) { _live = next; } Console.WriteLine(next.Count);")]
    [InlineData("lock (_gate) { _live = new List<int>(next); } next.Add(2);")]
    public static Task Complete_or_locked(string code) => TypeTest<EarlyPublication>.Verify($$"""
        private void Reset()
        {
            var next = new List<int> { 1 };
            {{code}}
        }
        """ + Rest);
}
