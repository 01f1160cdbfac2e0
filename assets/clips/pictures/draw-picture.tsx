import { assertNever } from '#domain/assert-never.ts';
import type { Page } from '../clip.ts';
import type { PageText } from '../text/clip-text.ts';
import { levelsPage, lockPage, typingPage } from './address-pages.tsx';
import type { PictureChoice } from './names.ts';
import { boardPage, calendarPage, oneToFourPage, phonePage, slipsPage } from './paper-pages.tsx';
import { counterPage, crowdPage, kioskPage, postPage } from './people-pages.tsx';
import { rightWrongPage } from './right-wrong-pages.tsx';

/** The page that a text asks for by the name of a ready picture. @throws when the text names none. */
export function drawPicture(text: PageText): Page {
  if (text.picture === undefined) throw new Error(`the page ${text.id} names no picture`);
  return pageOfChoice(text.picture, Object.keys(text.labels ?? {}).length);
}

function pageOfChoice(choice: PictureChoice, labels: number): Page {
  switch (choice.name) {
    case 'crowd':
      return crowdPage(choice);
    case 'counter':
    case 'post-counter':
    case 'police-counter':
      return counterPage(choice.name, choice, labels > 0);
    case 'kiosk':
      return kioskPage(choice);
    case 'phone':
      return phonePage(choice, labels);
    case 'slips':
      return slipsPage(choice, labels);
    case 'board':
      return boardPage(choice, labels);
    case 'typing':
      return typingPage(choice);
    case 'lock':
      return lockPage(choice);
    case 'post':
      return postPage(choice);
    case 'one-to-four':
      return oneToFourPage(choice);
    case 'calendar':
      return calendarPage(choice);
    case 'levels':
      return levelsPage(choice);
    case 'right-photo':
    case 'right-address':
    case 'right-level':
    case 'right-office':
    case 'right-form':
      return rightWrongPage(choice.name, choice);
    default:
      return assertNever(choice.name, 'picture of a clip');
  }
}
