import type { ReactElement } from 'react';
import type { Schedule } from '#contract/content-pack.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, textOf } from '../ui/field.tsx';
import { weekdayName } from './schedule-words.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const SPANS = [0, 1, 2];

type ScheduleDialogProps = { readonly name: string; readonly schedule: Schedule | undefined; readonly onSet: (schedule: Schedule | undefined) => void; readonly onClose: () => void };

/** Dates, weekdays, hours and priority of one item; what is left empty does not limit. */
export function ScheduleDialog({ name, schedule, onSet, onClose }: ScheduleDialogProps): ReactElement {
  const words = useWords();
  const { say } = words;
  return (
    <Dialog title={say('libScheduleOf', { name })} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSet(scheduleIn(new FormData(event.currentTarget)));
        }}
      >
        <div className="form-row">
          <Field label={say('libFromDay')} name="from" type="date" optional defaultValue={schedule?.from ?? ''} />
          <Field label={say('libUntilDay')} name="until" type="date" optional defaultValue={schedule?.until ?? ''} />
        </div>
        <fieldset className="lib-weekdays">
          <legend>
            {say('libWeekdays')} <span className="hint">{say('libWeekdaysHint')}</span>
          </legend>
          {WEEKDAYS.map((weekday) => (
            <label key={weekday}>
              <input type="checkbox" name={`weekday-${weekday}`} defaultChecked={schedule?.weekdays?.includes(weekday) ?? false} />
              {weekdayName(weekday, words)}
            </label>
          ))}
        </fieldset>
        <fieldset className="lib-hours">
          <legend>{say('libHours')}</legend>
          {SPANS.map((index) => (
            <div key={index} className="form-row">
              <Field label={say('libHoursFrom')} name={`from-${index}`} type="time" optional defaultValue={schedule?.hours?.[index]?.from ?? ''} />
              <Field label={say('libHoursUntil')} name={`until-${index}`} type="time" optional defaultValue={schedule?.hours?.[index]?.until ?? ''} />
            </div>
          ))}
        </fieldset>
        <Field label={say('libPriority')} name="priority" type="number" min={0} max={9} defaultValue={schedule?.priority ?? 0} hint={say('libPriorityHint')} />
        <div className="buttons">
          <button type="submit" className="primary">
            {say('libSchedule')}
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function scheduleIn(data: FormData): Schedule | undefined {
  const weekdays = WEEKDAYS.filter((weekday) => data.get(`weekday-${weekday}`) !== null);
  const hours = SPANS.map((index) => ({ from: textOf(data, `from-${index}`), until: textOf(data, `until-${index}`) })).filter((span) => span.from !== '' && span.until !== '');
  const [from, until, priority] = [textOf(data, 'from'), textOf(data, 'until'), Number(textOf(data, 'priority'))];
  const schedule: Schedule = {
    ...(from === '' ? {} : { from }),
    ...(until === '' ? {} : { until }),
    ...(weekdays.length === 0 || weekdays.length === 7 ? {} : { weekdays }),
    ...(hours.length === 0 ? {} : { hours }),
    ...(priority === 0 ? {} : { priority }),
  };
  return Object.keys(schedule).length === 0 ? undefined : schedule;
}
