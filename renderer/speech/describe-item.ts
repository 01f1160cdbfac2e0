import type { Translate } from '../i18n/words.ts';
import type { ReadItem } from './read-screen.ts';

/** What is said of an item: its words, and for a control what it is and how it stands (E065). */
export function describeItem(item: ReadItem, t: Translate): string {
  if (item.kind !== 'control') return item.text;
  return [item.text, roleOf(item.element, t), ...statesOf(item.element, t)].filter((part) => part !== '').join('\n');
}

function isField(element: HTMLElement): element is HTMLInputElement | HTMLTextAreaElement {
  return element.matches('input, textarea');
}

function roleOf(element: HTMLElement, t: Translate): string {
  return isField(element) ? t('speech.field') : t('speech.button');
}

function statesOf(element: HTMLElement, t: Translate): readonly string[] {
  const pressed = element.getAttribute('aria-pressed');
  const isOff = element.getAttribute('aria-disabled') === 'true' || element.matches(':disabled');
  return [
    ...(pressed === 'true' ? [t('speech.chosen')] : pressed === 'false' ? [t('speech.notChosen')] : []),
    ...(isOff ? [t('speech.unavailable')] : []),
    ...(isField(element) ? [valueOf(element, t)] : []),
  ];
}

/** A masked value is said as stars, as many as there are (E060). */
function valueOf(field: HTMLInputElement | HTMLTextAreaElement, t: Translate): string {
  if (field.value === '') return t('speech.empty');
  const isMasked = field.type === 'password' || field.dataset['masked'] !== undefined;
  return isMasked ? Array.from({ length: field.value.length }, () => t('speech.masked')).join('\n') : field.value;
}
