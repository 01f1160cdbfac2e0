import { Validator } from '@seriousme/openapi-schema-validator';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERROR_CODES } from '#contract/errors.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { OpenApi, Operation } from '#server/services/api-docs/build-openapi.ts';
import { openCentre, type Centre } from './open-centre.ts';

let centre: Centre;
let api: OpenApi;
beforeAll(async () => {
  centre = await openCentre();
  api = (await centre.app.inject({ url: '/api/docs/openapi.json' })).json();
});
afterAll(() => centre.close());

const operations = (): readonly (readonly [string, Operation])[] =>
  Object.entries(api.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const));

test('the API describes every route of the contract and no other, with its status', () => {
  const routes = Object.entries(HTTP_ROUTES).map(([name, { method, path, status }]) => [`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`, name, String(status)] as const);
  const described = operations().map(([route, operation]) => [route, operation.operationId, Object.keys(operation.responses).find((status) => status.startsWith('2'))]);
  expect(described.toSorted()).toEqual(routes.toSorted());
});

test('it is a sound OpenAPI 3.1 document by the official schema', async () => {
  const result = await new Validator().validate(JSON.parse(JSON.stringify(api)));
  expect(result.errors).toBeUndefined();
  expect([result.valid, api.openapi]).toEqual([true, '3.1.0']);
});

test('every example is one that the centre would take or give', () => {
  const wrong = operations().flatMap(([route, operation]) => {
    const contents = [operation.requestBody?.content, ...Object.values(operation.responses).map((answer) => answer.content)];
    const bodies = contents.flatMap((content) => Object.values(content ?? {})).filter((each) => !('$ref' in each.schema) && each.example !== undefined);
    const parameters = operation.parameters.filter((each) => each.example !== undefined);
    return [...bodies, ...parameters].filter((each) => !Compile(each.schema).Check(each.example)).map((each) => `${route}: ${JSON.stringify(each.example)}`);
  });
  expect(wrong).toEqual([]);
});

test('each staff route says who may call it, and every error code is there', () => {
  const of = (name: string): Operation | undefined => operations().find(([, operation]) => operation.operationId === name)?.[1];
  expect(of('daily')?.security).toEqual([{ session: [] }, { readToken: [] }]);
  expect(of('audit')?.security).toEqual([{ session: [] }]);
  expect(of('ledger')?.security).toEqual([{ deviceToken: [] }]);
  expect(of('signIn')?.security).toEqual([]);
  expect(of('ledger')?.responses['409']?.description).toContain('LEDGER_GAP');
  expect(JSON.stringify(api.components)).toContain(JSON.stringify(ERROR_CODES));
  expect(operations().filter(([, operation]) => operation.description === '').map(([route]) => route)).toEqual([]);
});

test('the page stands alone: no script, no other host, a policy of its own', async () => {
  const page = await centre.app.inject({ url: '/api/docs' });
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.body).not.toMatch(/<script|<style|style=|(src|href)="(https?:)?\/\//);
  for (const { method, path } of Object.values(HTTP_ROUTES)) expect(page.body).toContain(`<span class="method">${method}</span> <code>${path.replaceAll(/:(\w+)/g, '{$1}')}</code>`);
  expect((await centre.app.inject({ url: '/api/docs/style.css' })).headers['content-type']).toContain('text/css');
});
