import type { ChildProgram } from './child-program.ts';
import type { TakePicture } from './window-picture.ts';

/** A host ends with it when staff ask for a new start (host/node-main.ts). */
export const START_AGAIN = 75;

/** Lets the kiosk's host have a picture of the window that this program opened; null while there is none. */
export function answerKiosk(host: ChildProgram, takePicture: TakePicture): void {
  host.answer(async (question) => {
    if (typeof question !== 'object' || question === null || !('kind' in question) || question.kind !== 'capture' || !('ask' in question)) return null;
    // A browser that does not answer is no picture; the kiosk says so to whoever asked.
    return { kind: 'captured', ask: question.ask, picture: await takePicture().catch(() => null) };
  });
}
