/** The field under which the portal files several procedures at once ("liên thông"). */
export const JOINED_FIELD = 'Thủ tục hành chính liên thông';

type Ordered = {
  readonly kind: 'guide' | 'card';
  readonly field: string;
  readonly channels: readonly string[];
  readonly mostUsed?: number | undefined;
};

const UNRANKED = 100;

/**
 * Order of guides in a list, smallest first: at a post office what it takes and carries; then packages that spare a
 * citizen the single procedures; then complete guides before cards; then the most used.
 */
export function guideRank(guide: Ordered, atPostOffice: boolean): number {
  const post = atPostOffice && guide.channels.includes('post') ? 0 : 4;
  const joined = guide.field === JOINED_FIELD ? 0 : 2;
  const kind = guide.kind === 'guide' ? 0 : 1;
  return (post + joined + kind) * 1000 + (guide.mostUsed ?? UNRANKED);
}

/** Ways of filing in the order a service point speaks of them: its own first. */
export function channelOrder<Channel extends string>(channels: readonly Channel[], atPostOffice: boolean): readonly Channel[] {
  if (!atPostOffice) return channels;
  return [...channels.filter((channel) => channel === 'post'), ...channels.filter((channel) => channel !== 'post')];
}
