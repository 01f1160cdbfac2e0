/** The drawings a page shows, rendered to text by the build. */
export type PageArt = {
  /** One hidden svg with a symbol for each icon. */
  readonly sprite: string;
  /** The lotus mark. */
  readonly mark: string;
  /** The coloured icon of the guide's life event. */
  readonly event: string;
  /** Scene name → address of its picture; a scene that is not drawn yet is missing. */
  readonly scenes: Readonly<Record<string, string>>;
  /** Score → address of its face. */
  readonly faces: Readonly<Record<string, string>>;
};

/** Icons of renderer/art that the pages use. */
export const PAGE_ICONS = [
  'globe', 'clock', 'money', 'document', 'check', 'warning', 'shield', 'forward', 'lock', 'link',
  'send', 'printer', 'phone', 'info', 'office', 'certificate', 'touch', 'undo', 'help', 'cross', 'calendar',
] as const;
export type PageIcon = (typeof PAGE_ICONS)[number];
