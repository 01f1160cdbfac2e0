import type { KioskProcess } from './kiosk-process.ts';

/** A tap that was thanked for: what the citizen was promised. */
export type Thanked = { readonly stream: string; readonly seq: number };

/** Citizens before one kiosk over all its lives: what they were thanked for, and what they were refused. */
export class Citizens {
  /** By the tap's own name. */
  readonly thanked = new Map<string, Thanked>();
  /** Codes of the honest refusals, with how often. */
  readonly refused = new Map<string, number>();
  /** Taps without any answer: the kiosk died over them. They may be there or not. */
  unanswered = 0;
  #made = 0;
  readonly #name: string;

  constructor(name = 'k') {
    this.#name = name;
  }

  /** One tap; its name travels as the step, so that each can be told from each. True when it was thanked for. */
  async tap(kiosk: KioskProcess): Promise<boolean> {
    this.#made += 1;
    const name = `${this.#name}-${this.#made}`;
    const score = 1 + (this.#made % 5);
    let answer;
    try {
      answer = await kiosk.call('record', { kind: 'tap', score, about: 'visit', step: name });
    } catch {
      this.unanswered += 1;
      return false;
    }
    if (answer.ok) this.thanked.set(name, answer.value as Thanked);
    else this.refused.set(answer.code, (this.refused.get(answer.code) ?? 0) + 1);
    return answer.ok;
  }

  /** Several at once, again and again, until the kiosk is gone or it is enough. */
  async press(kiosk: KioskProcess, until: () => boolean, together = 3): Promise<void> {
    await Promise.all(
      Array.from({ length: together }, async () => {
        while (!until() && kiosk.isAlive()) await this.tap(kiosk);
      }),
    );
  }
}
