/** An OpenAI-compatible endpoint that may say published texts in other words; docs/operations.md says what reaches it. */
export type RephraseConfig = {
  /** Base address without a slash at its end, such as https://llm.example.vn/v1. */
  readonly url: string;
  /** null: the endpoint asks for none. */
  readonly key: string | null;
  readonly model: string;
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** null: off. Problems never repeat the key, nor an address that may hold one. */
export function parseRephraseConfig(value: (name: string) => string | undefined): { readonly config: RephraseConfig | null; readonly problems: readonly string[] } {
  const [address, key, model] = [value('REPHRASE_URL'), value('REPHRASE_KEY'), value('REPHRASE_MODEL')];
  if (address === undefined && key === undefined && model === undefined) return { config: null, problems: [] };
  if (address === undefined || model === undefined) return { config: null, problems: ['REPHRASE_URL and REPHRASE_MODEL go together: set both, and REPHRASE_KEY where the endpoint asks for one, or none of them.'] };
  const url = parseBase(address);
  const problems = [
    ...(url === null ? ['REPHRASE_URL is an https address such as https://llm.example.vn/v1, without user, password, ? and #; plain http only to this machine (127.0.0.1).'] : []),
    ...(key !== undefined && !/^[\x21-\x7e]+$/.test(key) ? ['REPHRASE_KEY has signs that no key has, such as a space or a line break (its value is not shown here).'] : []),
  ];
  return { config: url === null || problems.length > 0 ? null : { url, key: key ?? null, model }, problems };
}

function parseBase(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.includes(url.hostname))) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
