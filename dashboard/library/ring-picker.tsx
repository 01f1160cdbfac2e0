import type { ReactElement } from 'react';
import type { CoverageKiosk, Ring } from '#contract/library.ts';
import type { Unit } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { SelectField } from '../ui/field.tsx';

type RingPickerProps = {
  readonly label: string;
  readonly ring: Ring;
  readonly onPick: (ring: Ring) => void;
  readonly units: readonly Unit[];
  readonly kiosks: readonly Pick<CoverageKiosk, 'device' | 'name' | 'servicePoint'>[];
  readonly mayAll: boolean;
};

/** All kiosks, a unit with what lies below it, or one kiosk. */
export function RingPicker({ label, ring, onPick, units, kiosks, mayAll }: RingPickerProps): ReactElement {
  const { say } = useWords();
  const options = [
    ...(mayAll ? [{ value: 'all', name: say('libRingAll') }] : []),
    ...units.map((unit) => ({ value: `unit:${unit.id}`, name: say('libRingUnit', { name: unit.name }) })),
    ...kiosks.map((kiosk) => ({ value: `kiosk:${kiosk.device}`, name: `${say('libRingKiosk', { name: kiosk.name })} (${kiosk.servicePoint})` })),
  ];
  return <SelectField label={label} name="ring" options={options} value={valueOf(ring)} onChange={(value) => onPick(ringIn(value))} />;
}

function valueOf(ring: Ring): string {
  return ring.kind === 'all' ? 'all' : `${ring.kind}:${ring.id}`;
}

function ringIn(value: string): Ring {
  const [kind, ...id] = value.split(':');
  if (kind === 'unit' || kind === 'kiosk') return { kind, id: id.join(':') };
  return { kind: 'all' };
}
