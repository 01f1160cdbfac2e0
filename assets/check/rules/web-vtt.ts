export type Cue = { readonly start: number; readonly end: number; readonly text: string };
export type WebVtt = { readonly cues: readonly Cue[]; readonly mistakes: readonly string[] };

const TIMING = /^(\S+)[ \t]+-->[ \t]+(\S+)/;
const STAMP = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;

/** Reads captions in the form of https://www.w3.org/TR/webvtt1/ as far as a clip needs it: header and cues. Times in seconds. */
export function parseWebVtt(text: string): WebVtt {
  const [header, ...blocks] = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split(/\n{2,}/);
  const mistakes: string[] = [];
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(header ?? '')) mistakes.push('does not begin with WEBVTT');
  const cues = blocks.flatMap((block) => {
    const cue = parseBlock(block.trim());
    if (typeof cue !== 'string') return [cue];
    if (cue !== '') mistakes.push(cue);
    return [];
  });
  if (cues.length === 0) mistakes.push('has no cue');
  return { cues, mistakes };
}

function parseBlock(block: string): Cue | string {
  if (block === '' || /^(?:NOTE|STYLE|REGION)(?:[ \t\n]|$)/.test(block)) return '';
  const lines = block.split('\n');
  const at = lines.findIndex((line) => line.includes('-->'));
  const timing = TIMING.exec(lines[at] ?? '');
  const start = secondsOf(timing?.[1]);
  const end = secondsOf(timing?.[2]);
  if (start === null || end === null) return `has a cue without proper times: "${lines[0] ?? ''}"`;
  if (end <= start) return `has a cue that ends before it begins: "${lines[at] ?? ''}"`;
  const text = lines.slice(at + 1).join('\n').trim();
  return text === '' ? `has a cue without words: "${lines[at] ?? ''}"` : { start, end, text };
}

function secondsOf(stamp: string | undefined): number | null {
  const match = STAMP.exec(stamp ?? '');
  if (match === null) return null;
  const [, hours = '0', minutes, seconds, thousandths] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}
