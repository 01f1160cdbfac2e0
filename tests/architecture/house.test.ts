import { describe, expect, it } from 'vitest';
import { projectFiles, readProject, sourceFiles } from './project-files.ts';

const lines = (file: string): number => readProject(file).split('\n').length;
const isTest = (file: string): boolean => file.startsWith('tests/');
const code = sourceFiles();

describe('the house', () => {
  it('keeps a composition root under 80 lines, so that it wires and does nothing else', () => {
    const roots = ['electron/main.ts', 'host/node-main.ts', 'server/main.ts'];
    expect(roots.filter((file) => !code.includes(file))).toEqual([]);
    expect(roots.filter((file) => lines(file) > 80)).toEqual([]);
  });

  it('keeps a file under 400 lines', () => {
    expect(code.filter((file) => lines(file) > 400)).toEqual([]);
  });

  it('names a file in kebab-case by the one thing inside', () => {
    const name = (file: string): string => (file.split('/').at(-1) ?? '').replace(/(\.(test|bench|config|d))?\.(ts|tsx|mts|cts|js|mjs)$/, '');
    expect(code.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name(file)))).toEqual([]);
    expect(code.filter((file) => /^(utils?|helpers?|misc|manager|common)$/.test(name(file)))).toEqual([]);
  });

  it('leaves no test out and runs none alone', () => {
    const tests = code.filter((file) => file.endsWith('.test.ts') || file.endsWith('.test.tsx'));
    // A test may depend on what the machine offers (`skipIf`), never be left out for good.
    const marked = new RegExp(String.raw`\b(it|test|describe)\.(only|skip|todo)\b|\b(fdescribe|fit|xit|xdescribe)\(`);
    expect(tests.filter((file) => marked.test(readProject(file)))).toEqual([]);
  });

  it('never mocks its own modules', () => {
    // Electron is not ours, and the preload can be loaded no other way outside its binary.
    const mocks = new RegExp(String.raw`\bvi\.(mock|doMock)\((?!'electron')`);
    expect(code.filter(isTest).filter((file) => mocks.test(readProject(file)))).toEqual([]);
  });

  it('writes to the console in programs that people start, never in a service', () => {
    const speaking = /\bconsole\.(log|info|debug)\(/;
    const programs = /^(host\/node-main|server\/(main|manage)|server\/commands\/.*|host\/browser-shell\/.*|build\/.*|assets\/.*|tests\/.*|handoff\/build.*|electron\/main)\.ts$/;
    expect(code.filter((file) => !programs.test(file) && speaking.test(readProject(file)))).toEqual([]);
  });

  it('keeps out of kiosk code what a page can be attacked with', () => {
    const dangerous = new RegExp(String.raw`dangerouslySet` + String.raw`InnerHTML|\beval\(|new Function\(`);
    expect(code.filter((file) => /^(renderer|dashboard|host|server|electron)\//.test(file) && dangerous.test(readProject(file)))).toEqual([]);
  });

  it('names no path of a machine and no package registry in what it tracks', () => {
    const text = projectFiles().filter((file) => /\.(ts|tsx|js|mjs|json|md|yml|yaml|html|css|sh|toml)$|^\.[a-z]|^\.ci\//.test(file));
    const local = new RegExp(String.raw`(^|[\s"'(=:])(/(home|Users|root|work)/[A-Za-z]|C:\\Users)|registry[.]npm|npm` + 'mirror', 'm');
    expect(text.filter((file) => local.test(readProject(file)))).toEqual([]);
  });

  it('gives every room that has a rule of its own a paragraph', () => {
    const files = projectFiles();
    for (const room of ['renderer/art']) expect(files).toContain(`${room}/README.md`);
  });
});
