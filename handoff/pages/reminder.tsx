import type { ReactElement } from 'react';
import type { Guide, LocalText } from '#contract/content-pack.ts';
import { isShowable } from '#domain/fact.ts';
import { Aged } from './facts.tsx';
import { SpriteIcon } from './icon.tsx';
import { Local, Say } from './local.tsx';
import { WORDS } from './words.ts';

type Deadline = NonNullable<Guide['deadline']>;

/** The day to pick and what comes of it; of use with the script only, so hidden until it runs. */
function Picker({ id, label, file, isDeadline }: { readonly id: string; readonly label: LocalText; readonly file: string; readonly isDeadline: boolean }): ReactElement {
  return (
    <div className="picker" data-picker hidden>
      <label htmlFor={id}>
        <Local text={label} />
      </label>
      <input id={id} type="date" data-day autoComplete="off" />
      <div className="due" data-due role="status" hidden>
        <p>
          <Say word={isDeadline ? 'lastDay' : 'resultDay'} /> <strong className="due-day" data-due-day />
        </p>
        <p data-passed hidden>
          <Say word={isDeadline ? 'deadlinePassed' : 'resultPassed'} />
        </p>
        <div className="buttons" data-ahead>
          <a className="button" data-calendar download={file} href="#main">
            <SpriteIcon name="calendar" />
            <Say word="addToCalendar" />
          </a>
          <button type="button" data-copy-day>
            <SpriteIcon name="document" />
            <Say word="copyReminder" />
          </button>
        </div>
        <p className="said" role="status" data-said />
      </div>
      <p className="small">
        <Say word="dayStays" />
      </p>
    </div>
  );
}

/** A duty with a last day: "trong 60 ngày từ ngày sinh của bé". */
export function DeadlineReminder({ slug, deadline, today }: { readonly slug: string; readonly deadline: Deadline; readonly today: string }): ReactElement {
  const { days, from } = deadline;
  const duty = { vi: `Trong ${days} ngày, tính từ ${from.vi}`, en: `Within ${days} days of ${from.en}` };
  const pick = { vi: `${WORDS.pick.vi} ${from.vi}`, en: `${WORDS.pick.en} ${from.en}` };
  const isKnown = isShowable(deadline.provenance, today);
  return (
    <section className="remind" aria-labelledby="h-deadline" data-remind="deadline" data-days={days}>
      <h2 id="h-deadline">
        <SpriteIcon name="calendar" />
        <Say word="deadline" />
      </h2>
      <Aged provenance={deadline.provenance} today={today}>
        <p className="duty">
          <Local text={duty} />
        </p>
        {isKnown ? <Picker id="day-deadline" label={pick} file={`han-${slug}.ics`} isDeadline /> : null}
      </Aged>
    </section>
  );
}

/** The day that the desk or the portal named for the result. */
export function ResultReminder({ slug }: { readonly slug: string }): ReactElement {
  return (
    <section className="remind" aria-labelledby="h-result" data-remind="result" hidden>
      <h2 id="h-result">
        <SpriteIcon name="calendar" />
        <Say word="resultTitle" />
      </h2>
      <p className="lead">
        <Say word="resultLead" />
      </p>
      <Picker id="day-result" label={WORDS.resultPick} file={`hen-${slug}.ics`} isDeadline={false} />
    </section>
  );
}
