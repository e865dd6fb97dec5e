using BankTransfer;
using Fearless;

var ada = new Account("Ada", 1_000);
var grace = new Account("Grace", 1_000);
var journal = new Journal();

var worker = Threads.Spawn(() =>
{
    var count = 0;
    for (var i = 0; i < 10_000; i++)
    {
        ada.Add(-1);
        grace.Add(1);
        count++;
    }

    return count;
});

journal.Write($"{grace.Owner} to {ada.Owner}", 5);
grace.Add(-5);
ada.Add(5);

var transfers = worker.Join() + 1;
Console.WriteLine($"{transfers} transfers, {journal.Count()} written down, {ada.Add(0) + grace.Add(0)} in all");
