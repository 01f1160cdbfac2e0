import { BrowserWindow } from 'electron';
import { windowOptions, type WindowOptions } from './window-options.ts';

/** Opens the one window there is. */
export function openKioskWindow(options: WindowOptions): BrowserWindow {
  return new BrowserWindow(windowOptions(options));
}
