import { expect, it } from 'vitest';
import { parseConfig } from '#server/config.ts';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  const parsed = parseConfig(environment);
  return parsed.ok ? [] : parsed.problems;
};

it('says nothing in other words unless an endpoint is named', () => {
  expect(parseConfig({})).toMatchObject({ config: { rephrase: null } });
  expect(parseConfig({ REPHRASE_URL: '', REPHRASE_MODEL: '' })).toMatchObject({ config: { rephrase: null } });
});

it('takes an https endpoint with its model, with or without a key, and one on this machine over http', () => {
  expect(parseConfig({ REPHRASE_URL: 'https://llm.vn/v1/', REPHRASE_MODEL: 'm', REPHRASE_KEY: 'k' })).toMatchObject({ config: { rephrase: { url: 'https://llm.vn/v1', key: 'k', model: 'm' } } });
  expect(parseConfig({ REPHRASE_URL: 'http://127.0.0.1:11434/v1', REPHRASE_MODEL: 'm' })).toMatchObject({ config: { rephrase: { url: 'http://127.0.0.1:11434/v1', key: null } } });
});

it('refuses half a setting and addresses that would carry a question in the clear, and never repeats a secret', () => {
  for (const environment of [{ REPHRASE_URL: 'https://llm.vn' }, { REPHRASE_KEY: 'geheim' }, { REPHRASE_MODEL: 'm' }]) expect(problemsOf(environment).join()).toContain('go together');
  for (const url of ['http://llm.vn/v1', 'http://10.0.0.1', 'https://u:geheim@llm.vn', 'https://llm.vn/?key=geheim', 'llm.vn', 'ftp://llm.vn']) {
    const problems = problemsOf({ REPHRASE_URL: url, REPHRASE_MODEL: 'm' }).join();
    expect(problems).toContain('REPHRASE_URL');
    expect(problems).not.toContain('geheim');
  }
  const spaced = problemsOf({ REPHRASE_URL: 'https://llm.vn', REPHRASE_MODEL: 'm', REPHRASE_KEY: 'geheim geheim' }).join();
  expect(spaced).toContain('REPHRASE_KEY');
  expect(spaced).not.toContain('geheim');
});
