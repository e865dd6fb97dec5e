using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.EscapingContent, Fearless.CodeFixes.EscapingValueFix>;

namespace Fearless.Analyzers.Tests.EscapingContentRule;

public static class Valid
{
    [Fact]
    public static Task Used_and_copied_under_the_lock() => Test.Silent("""
            public int Count() { using var guard = _m.Lock(); return guard.Value.Count; }
            public List<int> Copy() { using var guard = _m.Lock(); return [.. guard.Value]; }
            public int Number() { using var guard = _n.Lock(); return guard.Value; }
            public List<int> Swap() { using var guard = _m.Lock(); var old = guard.Value; guard.Value = []; return old; }
        """);

    [Fact]
    public static Task What_changes_hands_or_is_copied() => Test.Source("""
        public sealed class Song { public string Title { get; set; } = ""; public List<string> Voices { get; set; } = []; }

        public sealed class Choir
        {
            private readonly Fearless.Mutex<Song> _song = new(new Song());
            private readonly Fearless.Mutex<List<string>> _titles = new([]);

            public string Title() { using var song = _song.Lock(); return song.Value.Title; }
            public List<string> Take() { using var song = _song.Lock(); var voices = song.Value.Voices; song.Value.Voices = []; return voices; }
            public List<string> Copy() { using var song = _song.Lock(); return song.Value.Voices.ToList(); }
            public string[] Array() => _titles.With((ref List<string> titles) => titles.ToArray());
            public List<string> Swap() => _titles.Replace([]);
            public int Count() => _titles.With((ref List<string> titles) => titles.Count);

            public void Local()
            {
                List<string> copy;
                using (var titles = _titles.Lock())
                    copy = [.. titles.Value];
                copy.Add("Agnus Dei");
            }

            public void Again(List<string> more)
            {
                var kept = more;
                using (var titles = _titles.Lock())
                {
                    kept = titles.Value;
                    kept.Sort();
                }

                kept = more;
                kept.Clear();
            }
        }
        """);
}
