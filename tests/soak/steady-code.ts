/**
 * V8 compiles each function at its first call, and never again. Otherwise it compiles what has become hot into machine
 * code for hours, a little slower each hour, which fills a heap as a leak does and cannot be told from one in a day.
 */
export const STEADY_CODE = ['--no-opt', '--no-maglev', '--no-sparkplug', '--no-lazy-feedback-allocation', '--no-flush-bytecode'] as const;
