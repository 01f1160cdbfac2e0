import type { ReactElement } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { areaAt, type Area, type AreaGroup } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress } from './address.ts';
import { Link } from './link.tsx';

const GROUPS: readonly AreaGroup[] = ['groupDay', 'groupWork', 'groupPeople'];

type NavigationProps = { readonly areas: readonly Area[]; readonly open: boolean; readonly onClose: () => void };

/** The areas this role may open: a column beside the page, or behind the menu button where there is no room. */
export function Navigation({ areas, open, onClose }: NavigationProps): ReactElement {
  const { say } = useWords();
  const { path } = useAddress();
  const here = areaAt(path, areas);
  return (
    <nav
      id="areas"
      className="areas"
      data-open={open}
      aria-label={say('areas')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {GROUPS.map((group) => {
        const inside = areas.filter((area) => area.group === group);
        if (inside.length === 0) return null;
        return (
          <div key={group} className="area-group">
            <p id={`nav-${group}`} className="area-group-name">
              {say(group)}
            </p>
            <ul aria-labelledby={`nav-${group}`}>
              {inside.map((area) => (
                <li key={area.path}>
                  <Link to={area.path} current={area === here ? 'page' : undefined} onFollow={onClose}>
                    <Icon name={area.icon} className="icon" />
                    {say(area.word)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
