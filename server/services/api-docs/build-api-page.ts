import { ERRORS, ERROR_CODES } from '#contract/errors.ts';
import type { OpenApi, Operation } from './build-openapi.ts';

/** The API as one page that needs no script and nothing of another host. */
export function buildApiPage(api: OpenApi): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })));
  const of = (tag: string): typeof operations => operations.filter(({ operation }) => operation.tags.includes(tag));
  const nav = api.tags.map(({ name }) => `<li><a href="#${name}">${name}</a><ul>${of(name).map(({ path, method, operation }) => `<li><a href="#${operation.operationId}"><b>${method}</b> ${escape(path)}</a></li>`).join('')}</ul></li>`).join('');
  const body = api.tags.map(({ name, description }) => `<section aria-labelledby="${name}"><h2 id="${name}">${name}</h2><p>${escape(description)}</p>${of(name).map(operationHtml).join('')}</section>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>API · Một Chạm</title><link rel="stylesheet" href="/api/docs/style.css"></head><body>
<a class="skip" href="#main">To the routes</a><header><h1>${escape(api.info.title)}</h1><p>${escape(api.info.description)}</p><p>Version ${escape(api.info.version)}, OpenAPI ${api.openapi}: <a href="/api/docs/openapi.json">openapi.json</a></p></header>
<nav aria-label="Routes"><ul>${nav}<li><a href="#errors">errors</a></li></ul></nav><main id="main">${body}${errorsHtml()}</main></body></html>`;
}

function operationHtml({ path, method, operation }: { readonly path: string; readonly method: string; readonly operation: Operation }): string {
  const parameters = operation.parameters.map((each) => `<tr><th scope="row"><code>${escape(each.name)}</code></th><td>${each.in}${each.required ? ', needed' : ''}</td><td><code>${escape(schemaWords(each.schema))}</code></td></tr>`).join('');
  const request = Object.values(operation.requestBody?.content ?? {})[0];
  const [[status, done] = ['', undefined], ...failures] = Object.entries(operation.responses);
  const answer = Object.values(done?.content ?? {})[0];
  return `<article><h3 id="${operation.operationId}"><span class="method">${method}</span> <code>${escape(path)}</code></h3>
<p class="access">${accessWords(operation)}</p>${prose(operation.operationId, operation.description)}
${parameters === '' ? '' : `<div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${operation.operationId}"><table><caption>Parameters</caption><tbody>${parameters}</tbody></table></div>`}
${request === undefined ? '' : details(operation.operationId, 'Request', request)}
${answer === undefined ? `<p>Answer: <b>${status}</b>, without a body.</p>` : details(operation.operationId, `Answer ${status}`, answer)}
<p class="failures">${failures.map(([code, each]) => `<b>${code}</b> ${escape(each.description)}`).join(' · ')}</p></article>`;
}

function details(name: string, title: string, { example, schema }: { readonly example?: unknown; readonly schema: unknown }): string {
  return `<h4>${title}</h4>${example === undefined ? '' : code(`${name}: ${title}, example`, example)}<details><summary>Schema</summary>${code(`${name}: ${title}, schema`, schema)}</details>`;
}

/** Can be scrolled with the keyboard. */
function code(label: string, value: unknown): string {
  return `<pre tabindex="0" role="region" aria-label="${escape(label)}"><code>${escape(JSON.stringify(value, null, 2))}</code></pre>`;
}

function accessWords({ security }: Operation): string {
  if (security.length === 0) return 'Anyone.';
  const words: Readonly<Record<string, string>> = { session: 'a signed-in person', readToken: 'a read token', deviceToken: 'a kiosk' };
  return `For ${security.flatMap((each) => Object.keys(each)).map((each) => words[each] ?? each).join(', or ')}.`;
}

function schemaWords(schema: unknown): string {
  return JSON.stringify(schema);
}

/** The page's own Markdown is plain: paragraphs, code and links. */
function prose(name: string, text: string): string {
  const fences = text.split(/```\w*\n?/);
  return fences.map((part, index) => (index % 2 === 1 ? `<pre tabindex="0" role="region" aria-label="${name}: example"><code>${escape(part.trim())}</code></pre>` : part.split(/\n{2,}/).filter((each) => each.trim() !== '').map(paragraph).join(''))).join('');
}

function paragraph(text: string): string {
  const words = escape(text.trim()).replaceAll(/`([^`]+)`/g, '<code>$1</code>').replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1').replaceAll(/\*\*([^*]+)\*\*/g, '<b>$1</b>');
  return `<p>${words}</p>`;
}

function errorsHtml(): string {
  const rows = ERROR_CODES.map((each) => `<tr><th scope="row"><code>${each}</code></th><td>${ERRORS[each].status}</td><td>${escape(ERRORS[each].message)}</td><td>${escape(ERRORS[each].remedy)}</td></tr>`).join('');
  return `<section aria-labelledby="errors"><h2 id="errors">errors</h2><div class="scroll" tabindex="0" role="region" aria-label="Table of errors"><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th><th scope="col">What to do</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export const API_STYLE = `:root{color-scheme:light dark;--paper:#fbf4e6;--card:#fffcf5;--ink:#1c1a2b;--thin:#423d4e;--hair:#e4d5b7;--red:#a2141e;--jade:#0e5a50}
@media(prefers-color-scheme:dark){:root{--paper:#15131f;--card:#211f31;--ink:#fbf4e6;--thin:#d6ccbf;--hair:#45415a;--red:#f0a9a5;--jade:#a9d6c5}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;display:grid;grid-template-columns:minmax(0,340px) minmax(0,1fr)}
header{grid-column:1/-1;padding:24px 28px;border-bottom:3px solid var(--ink)}h1{margin:0 0 8px;font-size:1.9rem}h2{margin:32px 0 4px;text-transform:capitalize}h3{margin:0;font-size:1.1rem;overflow-wrap:anywhere}h4{margin:14px 0 4px}p{margin:8px 0}
a{color:var(--jade)}nav{position:sticky;top:0;max-height:100vh;overflow:auto;padding:20px 28px;font-size:.9rem}nav ul{list-style:none;margin:0;padding:0}nav ul ul{padding-left:10px}nav a{display:block;padding:5px 0;min-height:28px;overflow-wrap:anywhere}main{padding:0 28px 60px;min-width:0}
article{margin:18px 0;padding:16px 20px;background:var(--card);border:2px solid var(--ink);border-radius:10px}.method{color:var(--red);font-weight:800}.access,.failures,caption{color:var(--thin);font-size:.93rem;text-align:left}code{font:.92em/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
pre{margin:8px 0;padding:12px;max-height:380px;overflow:auto;background:var(--paper);border:1px solid var(--hair);border-radius:6px}pre code{overflow-wrap:normal}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--hair);text-align:left;vertical-align:top}
summary{cursor:pointer;padding:6px 0;width:fit-content}:focus-visible{outline:3px solid var(--ink);outline-offset:2px}.skip{position:absolute;left:-200vw;padding:12px;background:var(--ink);color:var(--paper)}.skip:focus{left:0}
@media(max-width:900px){body{grid-template-columns:minmax(0,1fr)}nav{position:static;max-height:none}header,nav,main{padding-inline:16px}}
`;
