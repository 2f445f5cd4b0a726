// What every script that runs for a while does the same way: tell its progress, end with a status.

/** Prints each step with the seconds since this was called. */
export function startProgress(): (step: string) => void {
  const startedAt = Date.now();
  return (step) => {
    console.log(`${((Date.now() - startedAt) / 1_000).toFixed(1).padStart(5)} s  ${step}`);
  };
}

const PARENT_EVERY_MS = 500;

/**
 * Waits for a signal to end, or for the end of whoever started this: `npm`, ended by its process id,
 * ends the shell between it and us, which passes nothing on.
 */
export async function untilEnded(): Promise<void> {
  const parent = process.ppid;
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, resolve);
    setInterval(() => process.ppid === parent || resolve(), PARENT_EVERY_MS);
  });
}

/** Runs `main` and leaves with the status that it gives; with 2 and the reason if it throws. */
export async function leaveWith(name: string, main: () => Promise<number>): Promise<never> {
  let status = 2;
  try {
    status = await main();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  // Servers of the local runtime may keep the process alive for a while after they were closed.
  process.exit(status);
}
