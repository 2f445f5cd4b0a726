// How long the fastest of some runs takes, in ms. The fastest, since a busy machine only ever adds.
export function fastestOf(run: () => unknown, runs = 15): number {
  let fastest = Infinity;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    run();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}
