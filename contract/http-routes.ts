import { Type } from 'typebox';
import { DAY_ROUTES } from './routes/day-routes.ts';
import { FLEET_ROUTES } from './routes/fleet-routes.ts';
import { KIOSK_ROUTES } from './routes/kiosk-routes.ts';
import { LIBRARY_ROUTES } from './routes/library-routes.ts';
import { PEOPLE_ROUTES } from './routes/people-routes.ts';
import { PHONE_ROUTES } from './routes/phone-routes.ts';

/** Who may call a route: a kiosk with its token, signed-in staff (or a read token on GET), or anyone. */
export type Access = 'device' | 'staff' | 'anyone';

/** Every JSON route of the centre: the code, docs/protocol.md, /api/docs and the clients are held to this table. */
export const HTTP_ROUTES = { ...KIOSK_ROUTES, ...PEOPLE_ROUTES, ...FLEET_ROUTES, ...DAY_ROUTES, ...LIBRARY_ROUTES, ...PHONE_ROUTES } as const;

export type HttpRouteName = keyof typeof HTTP_ROUTES;

/** Every error answer of the centre and of the kiosk's loopback door. */
export const ErrorAnswer = Type.Object({ error: Type.Object({ code: Type.String(), message: Type.String() }) });
