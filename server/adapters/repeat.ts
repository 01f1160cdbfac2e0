/** Does `work` now and then again `pauseMs` after each end, until told to stop; what goes wrong is told and does not end it. */
export function repeat(work: () => Promise<void>, pauseMs: number, onError: (cause: unknown) => void): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async (): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      onError(cause);
    }
    if (!isStopped) {
      timer = setTimeout(() => {
        running = turn();
      }, pauseMs);
      timer.unref();
    }
  };
  let running = turn();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
