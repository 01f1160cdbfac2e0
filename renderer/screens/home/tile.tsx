import type { ReactElement, ReactNode } from 'react';
import './tile.css';

/** A thing to choose: a picture on a soft plate, its name, perhaps a second line. */
export function Tile({ picture, note, children, onPress }: { readonly picture: ReactNode; readonly note?: string | undefined; readonly children: ReactNode; readonly onPress: () => void }): ReactElement {
  return (
    <button type="button" className="button tile" onClick={onPress} data-block>
      <span className="tile-picture">{picture}</span>
      <span className="tile-words">
        <span className="tile-name">{children}</span>
        {note === undefined ? null : <span className="tile-note">{note}</span>}
      </span>
    </button>
  );
}
