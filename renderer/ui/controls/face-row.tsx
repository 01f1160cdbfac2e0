import type { ReactElement } from 'react';
import { FaceTile } from '../../art/face.tsx';
import { SCORES } from '#domain/score.ts';
import type { Score } from '#domain/score.ts';
import './face-row.css';

type FaceRowProps = {
  /** Names the group for those who do not see it. */
  readonly label: string;
  readonly words: (score: Score) => string;
  /** The same words on two lines, broken by phrase. */
  readonly lines: (score: Score) => string;
  /** The face that was touched and is on its way to the disk. */
  readonly pressed: Score | null;
  /** Faces take no touch now. */
  readonly resting: boolean;
  readonly onFace: (score: Score) => void;
};

/** Five equal faces, negative to positive, a word under each (E151–E154). Never one larger, never one chosen. */
export function FaceRow({ label, words, lines, pressed, resting, onFace }: FaceRowProps): ReactElement {
  return (
    <div className="face-row" role="group" aria-label={label}>
      {SCORES.map((score) => (
        <button
          key={score}
          type="button"
          className={pressed === score ? 'face-button is-pressed' : 'face-button'}
          aria-label={words(score)}
          aria-disabled={resting || undefined}
          onClick={() => onFace(score)}
        >
          <FaceTile score={score} className="face-tile" />
          <span className="face-words">{lines(score)}</span>
        </button>
      ))}
    </div>
  );
}
