import { useState, type FormEvent } from 'react';
import type { CentreAnswer, CentreFailure } from '../api/centre-client.ts';

export type Form = { readonly failure: CentreFailure | null; readonly busy: boolean; readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void };

/** Sends a form once at a time; a failure is kept to be shown on top of it. */
export function useForm<Value>(send: (data: FormData, form: HTMLFormElement) => Promise<CentreAnswer<Value>>, onDone: (value: Value) => void): Form {
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await send(new FormData(form), form);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onDone(answer.value);
  };
  return {
    failure,
    busy,
    onSubmit: (event) => {
      event.preventDefault();
      void submit(event.currentTarget);
    },
  };
}
