import type { Condition } from '#domain/condition.ts';
import type { PathQuestion } from '#domain/guide-path.ts';

export type PagePart = {
  readonly kind: 'paper' | 'step' | 'fact';
  readonly when: Condition | undefined;
  readonly element: HTMLElement;
  /** The step's id, for steps. */
  readonly id: string;
};

export type PageQuestion = PathQuestion & { readonly element: HTMLElement; readonly when?: Condition };

/** The guide as the page itself carries it, so that no second file is fetched. */
export type PageGuide = { readonly questions: readonly PageQuestion[]; readonly parts: readonly PagePart[] };

/** Reads a condition from an attribute; a strange one counts as none, so its part stays in sight. */
export function parseCondition(text: string | undefined): Condition | undefined {
  if (text === undefined) return undefined;
  const value = valueOf(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const condition: Record<string, readonly string[]> = {};
  for (const [question, options] of Object.entries(value)) {
    if (Array.isArray(options)) condition[question] = options.filter((option): option is string => typeof option === 'string');
  }
  return condition;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Something between us and the phone changed the page: the part stays in sight.
    return null;
  }
}

export function readPageGuide(root: ParentNode): PageGuide {
  const questions = elements(root, '[data-question]').map((element): PageQuestion => {
    const when = parseCondition(element.dataset['when']);
    const options = [...element.querySelectorAll('input')].map((input) => ({ id: input.value }));
    const question = { id: element.dataset['question'] ?? '', options, element };
    return when === undefined ? question : { ...question, when };
  });
  const parts = elements(root, '[data-part]').map((element): PagePart => ({
    kind: kindOf(element.dataset['part']),
    when: parseCondition(element.dataset['when']),
    element,
    id: element.dataset['step'] ?? '',
  }));
  return { questions, parts };
}

function kindOf(text: string | undefined): PagePart['kind'] {
  return text === 'paper' || text === 'step' ? text : 'fact';
}

export function elements(root: ParentNode, selector: string): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}

export function element(root: ParentNode, selector: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(selector);
}
