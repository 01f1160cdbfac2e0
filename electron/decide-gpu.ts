import { MOST_RELOADS, RELOAD_SPAN } from '#domain/page-recovery.ts';

export type GpuState = { readonly crashes: readonly number[] };
export const FIRST_GPU_STATE: GpuState = { crashes: [] };

/** Chromium starts its graphics process again by itself; after too many crashes it must do without (orca #6857). */
export function decideGpu(state: GpuState, up: number): { readonly state: GpuState; readonly relaunch: boolean } {
  const crashes = [...state.crashes.filter((at) => up - at < RELOAD_SPAN), up];
  return { state: { crashes }, relaunch: crashes.length >= MOST_RELOADS };
}
