import { createContext, useContext, useEffect, useState } from 'react';

/** Where the page is: the path, and what stands behind `?`. */
export type Address = { readonly path: string; readonly query: URLSearchParams };

export type Addresses = Address & {
  /** Goes to another address of the dashboard, such as `/day?point=my-hao`. `replace` leaves no step to go back to. */
  readonly go: (address: string, how?: 'push' | 'replace') => void;
};

const read = (): string => location.pathname + location.search;

export const AddressContext = createContext<Addresses>({ path: '/', query: new URLSearchParams(), go: () => undefined });

/** The address of this page, and the way to another. Every part of a view that can be sent to a colleague lives in it. */
export function useAddress(): Addresses {
  return useContext(AddressContext);
}

/** Follows the browser's own history; used once, by the shell. */
export function useBrowserAddress(): Addresses {
  const [here, setHere] = useState(read);
  useEffect(() => {
    const moved = (): void => setHere(read());
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, []);
  const go: Addresses['go'] = (address, how = 'push') => {
    if (address === read()) return;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    setHere(read());
  };
  const url = new URL(here, 'http://dashboard');
  return { path: url.pathname, query: url.searchParams, go };
}

/** The address with these parts of its query set, or left out where the value is null. */
export function withQuery({ path, query }: Address, changes: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(query);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(key);
    else next.set(key, value);
  }
  const text = next.toString();
  return text === '' ? path : `${path}?${text}`;
}
