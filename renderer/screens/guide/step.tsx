import { useContext, useState } from 'react';
import type { ReactElement } from 'react';
import type { Step } from '#contract/content-pack.ts';
import type { GuideView, PartView } from '../../session/guide-view.ts';
import { Icon } from '../../art/icon.tsx';
import { stepScene } from '../../art/scenes/index.ts';
import { STEP_DRAWINGS } from '../../art/pack-drawings.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { PagingContext } from '../../ui/content/paging.ts';
import { PageButtons, ScrollPages } from '../../ui/content/scroll-pages.tsx';
import { StepTrack } from '../../ui/content/step-track.tsx';
import { StuckBox } from '../../ui/content/stuck-box.tsx';
import { useScrollPages } from '../../ui/content/use-scroll-pages.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { useShape } from '../../ui/use-shape.ts';
import { gluePhrases } from '../../ui/phrases.ts';
import './step.css';

type Part = Extract<PartView, { kind: 'step' }>;

/** One step: where on the track, a picture, what to do, where people get stuck. */
export function StepPart({ view, part }: { readonly view: GuideView; readonly part: Part }): ReactElement {
  const { t, local } = useWords();
  const { step } = part;
  const pages = useScrollPages(step.id);
  const stations = view.stations.map((station) => ({ id: String(station.step), name: gluePhrases(local(station.name)) }));
  const shape = useShape();
  // A tablet's column of controls is full without it, and so is a low one; there it stands at the end of the words.
  const lowReach = useSession((state) => state.comfort.lowReach);
  const reportInText = shape === 'tablet' || (shape === 'landscape' && lowReach);
  const enlarged = useSession((state) => state.comfort.textSize > 1);
  const report = <Report step={step.id} />;
  const controls = <StepControls part={part} pages={<PageButtons pages={pages} />} report={reportInText ? null : report} short={shape === 'tablet' || enlarged} />;
  return (
    <ScreenFrame name="step" pageKey={step.id} floor="read" controls={controls}>
      <div className="step-head">
        <p className="step-place">
          <span className="step-count">{t('guide.step', { step: part.n, of: part.of })}</span>
          <span className="step-guide">{local(view.guide.title)}</span>
        </p>
        <StepTrack stations={stations} current={part.n} label={t('guide.track')} />
        <Heading className="step-title">{local(step.title)}</Heading>
      </div>
      <StepBody picture={<StepPicture step={step} />}>
        {(before, after) => (
          <ScrollPages pages={pages} label={local(step.title)} className="step-words">
            {before}
            <p className="step-text" data-block>
              {local(step.text)}
            </p>
            {step.stuck === undefined ? null : <StuckBox title={t('guide.stuck')}>{local(step.stuck)}</StuckBox>}
            {after}
            {reportInText ? <div className="step-report-place" data-block>{report}</div> : null}
          </ScrollPages>
        )}
      </StepBody>
    </ScreenFrame>
  );
}

type StepBodyProps = { readonly picture: ReactElement; readonly children: (before: ReactElement | null, after: ReactElement | null) => ReactElement };

/** The picture pages with the words in portrait and stands beside them elsewhere; enlarged words come before it, so that what to do is on the first page. */
function StepBody({ picture, children }: StepBodyProps): ReactElement {
  const portrait = useShape() === 'portrait';
  const whole = useContext(PagingContext) === 'whole';
  const enlarged = useSession((state) => state.comfort.textSize > 1);
  const beside = !portrait && !whole;
  return (
    <div className="step-body">
      {beside ? picture : null}
      {children(portrait && !enlarged ? picture : null, whole || (portrait && enlarged) ? picture : null)}
    </div>
  );
}

/** The words of a right-and-wrong picture stand under it, at reading size in every theme and shape. */
function StepPicture({ step }: { readonly step: Step }): ReactElement {
  const { local } = useWords();
  const Scene = stepScene(STEP_DRAWINGS[step.scene]);
  return (
    <figure className="step-figure" data-block>
      <Scene className="step-picture" />
      {step.plates === undefined ? null : (
        <figcaption className="step-plates">
          <span className="step-plate is-right">
            <Icon name="check" className="step-plate-sign" />
            {local(step.plates.right)}
          </span>
          <span className="step-plate">
            <Icon name="cross" className="step-plate-sign" />
            {local(step.plates.wrong)}
          </span>
        </figcaption>
      )}
    </figure>
  );
}

/** "Bước này sai?": small, once for each step. */
function Report({ step }: { readonly step: string }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const [reported, setReported] = useState<string | null>(null);
  const sent = reported === step;
  const report = (): void => {
    setReported(step);
    send({ kind: 'problem' });
  };
  return (
    <Button className="step-report" off={sent} onPress={report}>
      <span role="status">{sent ? t('guide.problemSent') : t('guide.problem')}</span>
    </Button>
  );
}

type StepControlsProps = { readonly part: Part; readonly pages: ReactElement; readonly report: ReactElement | null; readonly short: boolean };

function StepControls({ part, pages, report, short }: StepControlsProps): ReactElement {
  const { t } = useWords();
  const send = useSend();
  return (
    <>
      <div className="go-on">
        <Button kind="primary" icon={part.last ? 'phone' : undefined} iconAfter="forward" className="go-on-primary" onPress={() => send({ kind: 'next' })}>
          {part.last ? t('guide.lastStep') : t('guide.toStep', { step: part.n + 1 })}
        </Button>
        {pages}
      </div>
      <div className="step-ways">
        {part.last ? null : (
          <Button icon="qr" className="step-handoff" onPress={() => send({ kind: 'open-handoff' })}>
            {gluePhrases(t(short ? 'guide.lastStep' : 'guide.stepHandoff'))}
          </Button>
        )}
        {report}
      </div>
    </>
  );
}
