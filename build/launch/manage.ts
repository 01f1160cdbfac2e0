import { runStep } from '../steps/run-step.ts';

export type Managed =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly message: string };

/** Asks the centre's command line, as a script would: `npm run manage -- … --json`. */
export async function manage(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Managed> {
  const result = await runStep({ name: args.join(' '), args: ['server/manage.ts', ...args, '--json'], env, output: 'stdout' });
  if (!result.ok) return { ok: false, message: result.output.trim() };
  try {
    return { ok: true, answer: JSON.parse(result.output) };
  } catch {
    // Not JSON although --json was asked for: what it printed is the best message there is.
    return { ok: false, message: result.output.trim() };
  }
}
