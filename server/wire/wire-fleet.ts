import type { FastifyInstance } from 'fastify';
import type { Clock, Random, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import { commandResultRoute } from '../routes/command-result-route.ts';
import { fleetRoutes } from '../routes/fleet-routes.ts';
import type { Gates } from '../routes/gates.ts';
import type { Enrolment } from '../services/enrolment.ts';
import { kioskCommands } from '../services/fleet/kiosk-commands.ts';
import { heartbeats, type Heartbeats } from '../services/heartbeats.ts';
import { kiosks } from '../services/kiosks.ts';
import type { ManifestsFor } from '../services/manifest-for.ts';
import { servicePoints } from '../services/service-points.ts';
import { units } from '../services/units.ts';

export type FleetPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly repositories: Repositories;
  readonly enrolment: Enrolment;
  readonly manifestsFor: ManifestsFor;
  readonly publicUrl: string | null;
  readonly rephrases: boolean;
};

/** Units, service points, kiosks and what is asked of them; returns what takes their heartbeats. */
export function wireFleet(app: FastifyInstance, ports: FleetPorts, gates: Gates): Heartbeats {
  const commands = kioskCommands(ports);
  fleetRoutes(app, {
    clock: ports.clock,
    gates,
    units: units(ports),
    servicePoints: servicePoints(ports),
    enrolment: ports.enrolment,
    kiosks: kiosks({ ...ports, commands }),
    commands,
  });
  commandResultRoute(app, { gates, commands });
  return heartbeats({ ...ports, devices: ports.repositories.devices, commands });
}
