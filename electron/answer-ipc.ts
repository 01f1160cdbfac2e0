import { KIOSK_CHANNELS } from '#contract/kiosk-channels.ts';
import { IPC_PREFIX } from '#contract/kiosk-door.ts';
import { failure, type Result } from '#domain/result.ts';
import { isWithin, type PageAddress } from './page-address.ts';
import type { MessageSender, ShellIpc } from './shell-api.ts';

/** True for a message from the main frame of the kiosk's own window on the kiosk's own page. */
export function isOwnSender(event: MessageSender, contentsId: number, address: PageAddress): boolean {
  const { sender, senderFrame } = event;
  return sender.id === contentsId && senderFrame !== null && senderFrame.parent === null && isWithin(address, senderFrame.url);
}

export type IpcNeeds = {
  readonly ipc: ShellIpc;
  readonly address: PageAddress;
  /** The window's contents; null while there is none. */
  readonly contentsId: () => number | null;
  /** Settles when the host has read what it keeps. */
  readonly started: Promise<void>;
  readonly answer: (channel: string, request: unknown) => Promise<Result<unknown>>;
};

/** Answers every channel of the contract over IPC. */
export function answerIpc(needs: IpcNeeds): void {
  for (const channel of Object.keys(KIOSK_CHANNELS)) {
    needs.ipc.handle(`${IPC_PREFIX}${channel}`, async (event, request) => {
      const contentsId = needs.contentsId();
      if (contentsId === null || !isOwnSender(event, contentsId, needs.address)) {
        return failure('KIOSK_FORBIDDEN', 'only the kiosk\'s own page may ask');
      }
      await needs.started;
      return needs.answer(channel, request);
    });
  }
}
