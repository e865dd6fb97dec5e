// Rust's std beside the table of `Fearless.Benchmarks channels threads`: rustc -O -o channels channels.rs && ./channels
// Same operations, same way of measuring: producers that stay alive between rounds of ten milliseconds, median.
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{channel, sync_channel, Receiver};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Instant;

const ROUNDS: usize = 101;

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(|a, b| a.partial_cmp(b).unwrap());
    times[times.len() / 2]
}

fn time(operations: usize, run: &mut dyn FnMut(usize)) -> f64 {
    let start = Instant::now();
    run(operations);
    start.elapsed().as_nanos() as f64 / operations as f64
}

fn report(name: &str, milliseconds: f64, mut run: impl FnMut(usize)) {
    run(2_000);
    let once = (0..20).map(|_| time(1_000, &mut run)).fold(f64::MAX, f64::min);
    let operations = ((milliseconds * 1e6 / once) as usize).max(20);
    let times = (0..ROUNDS).map(|_| time(operations, &mut run)).collect();
    println!("| {name} | {:.2} |", median(times));
}

fn pipe<S: Fn(i64) + Clone + Send + 'static>(producers: usize, send: S, receiver: Receiver<i64>) -> impl FnMut(usize) {
    let start = Arc::new(Barrier::new(producers + 1));
    let each = Arc::new(AtomicUsize::new(0));
    for _ in 0..producers {
        let (start, each, send) = (start.clone(), each.clone(), send.clone());
        thread::spawn(move || loop {
            start.wait();
            for i in 0..each.load(SeqCst) { send(i as i64); }
        });
    }
    move |n| {
        each.store(n / producers, SeqCst);
        start.wait();
        for _ in 0..n / producers * producers { black_box(receiver.recv().unwrap()); }
    }
}

fn main() {
    println!("| operation | Rust std ns |\n| --- | --- |");
    let (s, r) = channel();
    report("unbounded, same thread", 1.0, move |n| for i in 0..n { s.send(i as i64).unwrap(); black_box(r.recv().unwrap()); });
    for producers in [1, 2] {
        let (s, r) = channel();
        report(&format!("unbounded, {producers} producers"), 10.0, pipe(producers, move |i| s.send(i).unwrap(), r));
    }
    let (s, r) = sync_channel(1024);
    report("bounded(1024), same thread", 1.0, move |n| for i in 0..n { s.send(i as i64).unwrap(); black_box(r.recv().unwrap()); });
    for producers in [1, 2] {
        let (s, r) = sync_channel(1024);
        report(&format!("bounded(1024), {producers} producers"), 10.0, pipe(producers, move |i| s.send(i).unwrap(), r));
    }
    let (s, r) = sync_channel(0);
    report("rendezvous", 10.0, pipe(1, move |i| s.send(i).unwrap(), r));
    report("spawn + join", 10.0, |n| for _ in 0..n { thread::spawn(|| {}).join().unwrap(); });
}
