import { useWords } from '../../i18n/use-words.ts';
import { useSession } from '../../session/session-context.ts';

/** A reason's own words; its id when the pack has none any more. */
export function useReasonWords(): (id: string) => string {
  const { local } = useWords();
  const pack = useSession((state) => state.kiosk.pack);
  return (id) => {
    const reason = pack?.reasons.find((one) => one.id === id);
    return reason === undefined ? id : local(reason.text);
  };
}
