using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.ChangedSharedValueRule;

/// <summary>Plain collections that come out of a concurrent dictionary.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task Taken_out_and_changed() => TypeTest<ChangedSharedValue>.Verify("""
        private readonly ConcurrentDictionary<string, List<int>> _map = new();
        public void Add(string key, int item) => [|_map.GetOrAdd(key, _ => new List<int>()).Add(item)|];
        public void Sort(string key)
        {
            var items = _map.GetOrAdd(key, _ => new List<int>());
            [|items.Sort()|];
        }
        public void Remove(string key, int item)
        {
            if (_map.TryGetValue(key, out var items))
                [|items.Remove(item)|];
        }
        public void Clear()
        {
            foreach (var pair in _map)
                [|pair.Value.Clear()|];
        }
        """);

    [Fact]
    public static Task The_updater_runs_without_a_lock() => TypeTest<ChangedSharedValue>.Verify("""
        private readonly ConcurrentDictionary<string, List<int>> _map = new();
        public void Add(string key, int item) => _map.AddOrUpdate(key, _ => [item], (_, items) => { [|items.Add(item)|]; return items; });
        """);
}
