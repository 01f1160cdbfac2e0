import { contextBridge, ipcRenderer } from 'electron';
import { KIOSK_CHANNELS } from '#contract/kiosk-channels.ts';
import { IPC_NOTICE, IPC_PREFIX, PRELOAD_NAME, type PreloadApi } from '#contract/kiosk-door.ts';

/** Named verbs and nothing else: the page never sees ipcRenderer, nor a channel of its own choice. */
const shell: PreloadApi = {
  verbs: Object.fromEntries(
    Object.keys(KIOSK_CHANNELS).map((channel) => [channel, (request: unknown): Promise<unknown> => ipcRenderer.invoke(`${IPC_PREFIX}${channel}`, request)]),
  ),
  onNotice: (listener) => {
    const hear = (_event: unknown, notice: unknown): void => listener(notice);
    ipcRenderer.on(IPC_NOTICE, hear);
    return () => {
      ipcRenderer.off(IPC_NOTICE, hear);
    };
  },
};

contextBridge.exposeInMainWorld(PRELOAD_NAME, shell);
