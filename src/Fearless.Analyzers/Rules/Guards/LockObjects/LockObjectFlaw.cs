namespace Fearless.Analyzers;

/// <summary>What is wrong with an object as a lock. The name travels to the fix in <c>Diagnostic.Properties</c>.</summary>
internal enum LockObjectFlaw
{
    None,

    /// <summary><c>this</c>, where strangers can reach the object.</summary>
    This,

    /// <summary>One object for the whole process.</summary>
    TypeObject,

    /// <summary>Interned.</summary>
    String,

    /// <summary>A box is a new object for each conversion.</summary>
    Boxed,

    /// <summary>Made in the lock expression itself.</summary>
    Fresh,

    /// <summary>Made in this method, and seen by nobody else.</summary>
    UnsharedLocal,

    /// <summary>Offered to a dictionary, which may have kept another one.</summary>
    NotStored,

    /// <summary>A <c>System.Threading.Lock</c> whose monitor is taken.</summary>
    LockAsObject,

    /// <summary>The runtime hands the object out, or shares it.</summary>
    WeakIdentity,

    /// <summary>A primitive with a lock of its own.</summary>
    Primitive,

    /// <summary>Assigned outside construction.</summary>
    Replaced,

    /// <summary>Assigned once, when somebody finds it null: two may find it so at the same time.</summary>
    MadeOnDemand,

    /// <summary>A member that makes a new object each time.</summary>
    FreshMember,

    /// <summary>Not replaced today, but nothing forbids it. A suggestion.</summary>
    NotReadonly,
}
