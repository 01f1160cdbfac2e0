import { spawn } from 'node:child_process';

/** One round of all, ms. */
const ROUND = 20;

/**
 * Lets each process run for a share of every round only, one after the other, as if it had a machine of so much
 * less power: by SIGSTOP and SIGCONT from a process of its own, so that nothing here delays it. POSIX only.
 * The function returned lets them run freely again.
 */
export function runInSlices(pids: readonly number[], share: number): () => Promise<void> {
  const keeper = spawn(process.execPath, ['--eval', KEEPER, String(ROUND), String(share), ...pids.map(String)], { stdio: 'inherit' });
  return () =>
    new Promise((resolve) => {
      keeper.once('exit', () => resolve());
      keeper.kill('SIGTERM');
    });
}

/** Sleeps exactly, which timers do not. */
const KEEPER = `
  const [round, share, ...pids] = process.argv.slice(1).map(Number);
  const still = new Int32Array(new SharedArrayBuffer(4));
  const sleep = (ms) => Atomics.wait(still, 0, 0, ms);
  const tell = (signal) => { for (const pid of pids) try { process.kill(pid, signal); } catch {} };
  process.on('SIGTERM', () => { tell('SIGCONT'); process.exit(0); });
  const turn = () => {
    const began = performance.now();
    for (const pid of pids) {
      try { process.kill(pid, 'SIGCONT'); sleep(round * share); process.kill(pid, 'SIGSTOP'); } catch { process.exit(1); }
    }
    sleep(Math.max(0, round - (performance.now() - began)));
    setImmediate(turn);
  };
  turn();
`
