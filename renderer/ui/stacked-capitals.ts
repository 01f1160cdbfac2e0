/** Capitals with two marks above, such as Ấ or Ễ: their ink rises higher than any other letter's. */
const STACKED = /[ẤẦẨẪẮẰẲẴẾỀỂỄỐỒỔỖỚỜỞỠỨỪỬỮ]/u;

/**
 * True when a heading needs the looser line of 1.3. Measured with the worst pairs of letters: mixed case
 * never touches from 1.12 on, but marks on a capital of the second line reach the dots below the first
 * line up to 1.28 (E029).
 */
export function needsLooseLines(text: string): boolean {
  return STACKED.test(text.slice(1));
}
