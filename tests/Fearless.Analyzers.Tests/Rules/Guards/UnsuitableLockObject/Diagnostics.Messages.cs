using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnsuitableLockObjectRule;

public static partial class Diagnostics
{
    [Theory]
    [InlineData("void M() { lock ({|#0:this|}) { } }", "'this' is used as a lock: any code that can reach the object may lock it too; lock a private readonly field")]
    [InlineData("void M() { lock ({|#0:typeof(C)|}) { } }", "'typeof(C)' is used as a lock: a Type object is shared by the whole process; lock a private static readonly field")]
    [InlineData("void M() { lock ({|#0:\"a\"|}) { } }", "'\"a\"' is used as a lock: equal strings may be one object for the whole process; lock a private readonly field")]
    [InlineData("void M(int i) { lock ((object){|#0:i|}) { } }", "'i' is boxed anew each time it is locked: no two threads ever lock the same object; lock a private readonly field")]
    [InlineData("void M() { lock ({|#0:new object()|}) { } }", "'new object()' makes a new object each time it is locked: no two threads ever lock the same object; lock a private readonly field")]
    [InlineData("void M(Thread t) { lock ({|#0:t|}) { } }", "'t' is used as a lock: a Thread is shared by the runtime and may be locked by any code; lock a private readonly field")]
    [InlineData("void M(Mutex m) { lock ({|#0:m|}) { } }", "'m' is used as a lock: 'lock' takes its monitor and not the Mutex itself; call its own methods, or lock a private readonly field")]
    [InlineData("void M(Lock l) { lock ((object){|#0:l|}) { } }", "'l' is a Lock whose monitor is taken: that keeps nobody out who locks it as a Lock; lock it as a Lock everywhere")]
    public static Task Messages(string member, string message) => LockObjectTest.Message("public class C { " + member + " }", message);

    [Theory]
    [InlineData("void M() { var g = {|#1:new object()|}; lock ({|#0:g|}) { } }", "'g' is used as a lock but never leaves this method (made at line 6): it keeps nobody out; lock a private readonly field")]
    [InlineData("object G => {|#1:new()|}; void M() { lock ({|#0:G|}) { } }", "'G' makes a new object each time it is locked (at line 6): no two threads ever lock the same object; lock a private readonly field")]
    [InlineData("private object _g = new(); void M() { lock ({|#0:_g|}) {|#1:_g|} = new(); }", "'_g' is used as a lock but replaced at line 6: two threads may hold different objects; lock a readonly field")]
    [InlineData("private object _g; void M() { {|#1:_g|} ??= new(); lock ({|#0:_g|}) { } }", "'_g' is used as a lock but made on first use at line 6: two threads may make one each; lock a readonly field")]
    public static Task Messages_that_name_another_place(string member, string message) =>
        LockObjectTest.Message("public class C { " + member + " }", message, "the other place");
}
