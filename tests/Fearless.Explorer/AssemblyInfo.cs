using Xunit;

// One execution at a time: each takes over all the threads that it knows of.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
