using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.FactoryWithEffectsRule;

/// <summary>Factories that only make a value.</summary>
public static class Valid
{
    [Fact]
    public static Task A_value_a_lock_or_a_Lazy() => TypeTest<FactoryWithEffects>.Verify("""
        private readonly ConcurrentDictionary<string, object> _gates = new();
        private readonly ConcurrentDictionary<string, SemaphoreSlim> _slots = new();
        private readonly ConcurrentDictionary<string, Lazy<System.IO.FileStream>> _files = new();
        private readonly ConcurrentDictionary<string, int> _ids = new();
        private int _next;
        public object Gate(string key) => _gates.GetOrAdd(key, static _ => new object());
        public SemaphoreSlim Slot(string key) => _slots.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));
        public System.IO.FileStream File(string key) => _files.GetOrAdd(key, k => new Lazy<System.IO.FileStream>(() => System.IO.File.OpenRead(k))).Value;
        public int Id(string key) => _ids.GetOrAdd(key, _ => Interlocked.Increment(ref _next));
        public int Count(string key) => _ids.AddOrUpdate(key, 1, (_, n) => n + 1);
        """);

    [Fact]
    public static Task Under_a_lock_or_before_others_come() => TypeTest<FactoryWithEffects>.Verify("""
        private readonly object _gate = new();
        private readonly ConcurrentDictionary<string, int> _ids = new();
        private int _next;
        public Test() => _ids.GetOrAdd("first", _ => _next++);
        public int Id(string key)
        {
            lock (_gate)
            {
                return _ids.GetOrAdd(key, _ => _next++);
            }
        }
        public int Local(string key)
        {
            var made = 0;
            var id = _ids.GetOrAdd(key, _ => { made++; return 1; });
            return id + made;
        }
        """);
}
