import { describe, expect, it } from 'vitest';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { KIOSK_CHANNELS } from '#contract/kiosk-channels.ts';
import { readProject } from './project-files.ts';

const described = (page: string): readonly string[] => [...page.matchAll(/^#{2,4} `(GET|POST|PUT|PATCH|DELETE) (\/api\/[^`?]*)/gm)].map((match) => `${match[1]} ${match[2]}`);

describe('the wire', () => {
  it('is described in docs/protocol.md route by route, every one and no other', () => {
    const routes = Object.values(HTTP_ROUTES).map((route) => `${route.method} ${route.path}`);
    expect(described(readProject('docs/protocol.md')).toSorted()).toEqual(routes.toSorted());
  });

  it('names every kiosk channel in docs/protocol.md, every one and no other', () => {
    const page = readProject('docs/protocol.md');
    const table = page.split('\n## ').find((section) => section.startsWith('Page and host')) ?? '';
    const named = [...table.matchAll(/^\| `([A-Za-z]+)` \|/gm)].map((match) => match[1]);
    expect(named.toSorted()).toEqual(Object.keys(KIOSK_CHANNELS).toSorted());
  });
});
