import { readFileSync } from 'node:fs';
import { factsIn } from '#server/adapters/media-tools.ts';
import { judgeClip } from '#server/services/library/judge-clip.ts';
import { lookAtImage } from '#server/services/library/look-at-image.ts';
import { lookAtMp4 } from '#server/services/library/look-at-mp4.ts';
import { lookAtWebm } from '#server/services/library/look-at-webm.ts';
import type { ReadPart } from '#server/services/library/file-look.ts';
import { inProject } from '#build/project-root.ts';
import { createKeptCommands } from '#host/commands/kept-commands.ts';
import { createFailedClips } from '#host/content/failed-clips.ts';
import { createManifestFiles } from '#host/content/manifest-files.ts';
import { createPointerFile, rollBack, switchTo } from '#host/content/set-pointer.ts';
import { nodeDigest } from '#host/adapters/node-digest.ts';
import { createKioskRecord } from '#host/settings/kiosk-record.ts';
import { MemoryDisk } from '#tests/fakes/memory-disk.ts';
import { MemoryFiles, memorySecrets } from '#tests/fakes/memory-files.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';
import { bytesTarget, jsonTarget, mustHold, textTarget, type Target } from '../target.ts';

const clip = (name: string, bytes: number): Uint8Array => new Uint8Array(readFileSync(inProject('assets/pack/clips', name)).subarray(0, bytes));

export const films: Target = bytesTarget({
  name: 'film',
  what: 'films and pictures that somebody uploads, as our own look reads them (MP4, WebM, WebP, PNG, JPEG)',
  share: 14,
  largest: 32 * 1024,
  words: ['ftyp', 'moov', 'mdat', 'trak', 'mdia', 'hdlr', 'vide', 'soun', 'stbl', 'stsd', 'tkhd', 'mvhd', 'avc1', 'webm', 'V_VP9', 'RIFF', 'WEBP', 'VP8X', 'VP8L', '\x1a\x45\xdf\xa3', '\x01\xff\xff\xff\xff\xff\xff\xff', '\xff\xd8\xff\xc0', '\0\0\0\x01moov\xff\xff\xff\xff\xff\xff\xff\xff'],
  open: async () => ({
    seeds: [clip('handoff-tall.mp4', 6_000), clip('handoff-tall.webm', 2_000), clip('handoff-tall.webp', 300), new Uint8Array(Buffer.from(`89504e470d0a1a0a0000000d494844520000000a000000140806000000${'00'.repeat(20)}`, 'hex')), new Uint8Array(Buffer.from(`ffd8ffe000104a46494600010100000100010000ffc0001108001000100301${'11'.repeat(12)}`, 'hex'))],
    run: async (bytes) => {
      let reads = 0;
      const read: ReadPart = async (start, length) => {
        reads += 1;
        mustHold(start >= 0 && length >= 0 && length <= 16 * 1024 * 1024, 'a part of the file is asked for, and not all of it');
        return bytes.subarray(start, start + length);
      };
      const look = (await lookAtMp4(read, bytes.length)) ?? (await lookAtWebm(read));
      mustHold(reads <= 260, 'a file is not read for ever');
      if (look !== null) JSON.stringify(judgeClip(look, null, 'tall', bytes.length));
      const image = lookAtImage(bytes);
      mustHold(image === null || (image.width >= 0 && image.height >= 0), 'a picture has a size');
    },
  }),
});

const PROBED = { streams: [{ codec_type: 'video', codec_name: 'h264', pix_fmt: 'yuv420p', width: 1080, height: 1008, avg_frame_rate: '25/1', bit_rate: '800000', duration: '20.0' }, { codec_type: 'audio' }], format: { duration: '20.0', bit_rate: '900000' } };

export const probe: Target = textTarget({
  name: 'probe',
  what: 'what ffprobe says of a film',
  share: 8,
  largest: 64 * 1024,
  words: ['"streams":[', '"format":{}', '"codec_type":"video"', '"avg_frame_rate":"0/0"', '"duration":"N/A"', '1e999', '"width":-1'],
  open: async () => ({
    seeds: [JSON.stringify(PROBED), '{"streams":[],"format":{}}', ''],
    run: (text) => {
      const facts = factsIn(text);
      if (facts === null) return;
      const { report } = judgeClip({ type: 'video/mp4', codec: null, width: null, height: null, seconds: null, hasSound: null, isIndexLast: false }, facts, 'wide', 1_000_000);
      mustHold(report.seconds === null || Number.isFinite(report.seconds), 'a length is a number');
    },
  }),
});

const KEPT_FILES = ['content/pointer.json', 'kiosk.json', 'commands.json', 'failed-clips.json'] as const;
const SHA = 'a'.repeat(64);
/** What a kiosk writes itself into one of these files is far less. */
const LARGEST_FILE = 64 * 1024;
const POINTER = { key: 'k', sequence: 3, newest: SHA, current: { manifest: SHA, refused: [], since: 1 }, previous: null, probation: { failures: 1, beats: 2, taken: true }, rejected: [] };
const KIOSK = { settings: { language: 'vi', profile: null, tapRestSeconds: 5 }, setUpDone: true, enrolment: { centreUrl: 'http://c', deviceId: 'd', servicePoint: { id: 'p', name: 'P', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', publicUrl: null }, contentKey: 'key' } };

export const keptFiles: Target = jsonTarget({
  name: 'kiosk-files',
  what: 'what a kiosk finds on its own disk after somebody or something changed it: pointer, settings, commands, failed clips, manifests',
  share: 4,
  largest: 64 * 1024,
  words: ['{', '}', '"', 'null', '\0'],
  open: async () => ({
    seeds: [
      { file: 'content/pointer.json', text: JSON.stringify(POINTER), value: POINTER },
      { file: 'kiosk.json', text: JSON.stringify(KIOSK), value: KIOSK },
      { file: 'commands.json', text: '[]', value: [{ id: 'command-1', result: { outcome: 'done' }, isDelivered: true }] },
      { file: 'failed-clips.json', text: '{}', value: { version: 'v1', clips: [{ clip: 'otp', reason: 'x', at: 1, times: 3 }] } },
      { file: `content/manifests/${SHA}.json`, text: '{}', value: { manifest: '{}', signature: 'A'.repeat(86) } },
    ],
    run: async (input) => {
      if (typeof input !== 'object' || input === null || !('file' in input)) return;
      const { file, text, value } = input as { file: unknown; text?: unknown; value?: unknown };
      for (const content of [text, jsonOf(value)]) if (typeof content === 'string' && typeof file === 'string' && content.length <= LARGEST_FILE) await startWith(file, content);
    },
  }),
});

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Deeper than it can be written.
    return '';
  }
}

/** A kiosk that starts with this file must start, and must be able to write it anew. */
async function startWith(file: string, text: string): Promise<void> {
  const name = KEPT_FILES.find((known) => known === file);
  const files = new MemoryFiles({ [file]: text });
  const log = new QuietLog();
  const clock = { now: () => 1, up: () => 1, boot: 'b' };
  const pointer = createPointerFile({ files, log });
  await pointer.load();
  if (name === 'content/pointer.json') {
    await pointer.save(switchTo(rollBack(pointer.get(), 'x'), { manifest: SHA, refused: [], since: 2 }));
    const again = createPointerFile({ files, log: new QuietLog() });
    await again.load();
    mustHold(again.get().current?.manifest === SHA, 'what was saved is there at the next start');
  }
  const record = createKioskRecord({ files, secrets: memorySecrets(), log });
  await record.load();
  mustHold(record.settings().tapRestSeconds >= 0, 'settings are settings');
  if (name === 'kiosk.json') await record.saveSettings(record.settings(), true);
  const commands = createKeptCommands({ files, log });
  await commands.load();
  if (name === 'commands.json') mustHold(await commands.save({ id: 'command-2', result: null, isDelivered: false }), 'a command is kept');
  const failed = createFailedClips({ files, clock, log });
  await failed.load('v1');
  if (name === 'failed-clips.json') await failed.add('otp', 'again');
  await createManifestFiles({ files, disk: new MemoryDisk(), digest: nodeDigest }).read(SHA);
}
