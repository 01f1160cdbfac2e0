import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { COMMAND_LIMIT, CommandResult } from '#contract/commands.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { parserOf } from '#contract/parse.ts';
import type { Device } from '../services/device-access.ts';
import type { KioskCommands } from '../services/fleet/kiosk-commands.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseResult = parserOf(CommandResult);
const parseId = parserOf(Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) }));
/** A picture in base64, and the words around it. */
const LARGEST = Math.ceil(COMMAND_LIMIT.pictureBytes / 3) * 4 + 64 * 1024;

/** Takes what a kiosk answers to a command. */
export function commandResultRoute(app: FastifyInstance, { gates, commands }: { readonly gates: Gates; readonly commands: KioskCommands }): void {
  const admitted = new WeakMap<FastifyRequest, Device>();
  app.post(
    HTTP_ROUTES.commandResult.path,
    {
      bodyLimit: LARGEST,
      // Before the body is read: nobody unknown gets four megabytes into memory.
      onRequest: async (request, reply) => {
        const device = await gates.device(request);
        if (!device.ok) return sendFailure(reply, device.error);
        admitted.set(request, device.value);
      },
    },
    async (request, reply) => {
      const device = admitted.get(request);
      const path = parseId(request.params);
      const result = parseResult(request.body);
      if (!result.ok) return sendFailure(reply, result.error);
      if (device === undefined || !path.ok) return sendFailure(reply, { code: 'COMMAND_UNKNOWN', message: 'There is no such command.' });
      const taken = await commands.answer(path.value.id, result.value, device.id);
      return taken.ok ? reply.code(204).send() : sendFailure(reply, taken.error);
    },
  );
}
