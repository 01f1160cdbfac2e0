import type { ReactElement } from 'react';
import { PostClerk } from '#renderer/art/cast/officer.tsx';
import { Girl } from '#renderer/art/cast/girl.tsx';
import { Man } from '#renderer/art/cast/man.tsx';
import { Mother } from '#renderer/art/cast/mother.tsx';
import * as palette from '#renderer/art/palette.ts';
import { people as crowd } from '../scenes/crowd.tsx';
import type { PersonName } from './names.ts';

/** A figure as it comes and once it is glad, both made once; `scale` makes all of them fit the stage. */
type Person = { readonly calm: ReactElement; readonly glad: ReactElement; readonly scale: number };

const mother = <Mother holding="paper" cloth={palette.lotusDeep} />;
const withBaby = <Mother holding="baby" />;
const girl = <Girl gesture="wave" />;
const postwoman = <PostClerk />;

export const PEOPLE: Readonly<Record<PersonName, Person>> = {
  grandmother: { calm: crowd.grandmother, glad: crowd.grandmotherShow, scale: 1.32 },
  grandfather: { calm: crowd.grandfather, glad: crowd.grandfatherShow, scale: 1.32 },
  mother: { calm: mother, glad: mother, scale: 1.3 },
  'mother-with-baby': { calm: withBaby, glad: withBaby, scale: 1.32 },
  student: { calm: crowd.studentOffer, glad: crowd.student, scale: 1.26 },
  girl: { calm: girl, glad: girl, scale: 1.2 },
  wheelchair: { calm: crowd.wheelchairMan, glad: crowd.wheelchairMan, scale: 1.32 },
  neighbour: { calm: <Man role="neighbour" gesture="hold" holding="folder" />, glad: <Man role="neighbour" gesture="hold" holding="folder" mouth="laugh" />, scale: 1.22 },
  builder: { calm: <Man role="builder" gesture="hold" holding="paper" />, glad: <Man role="builder" gesture="hold" holding="paper" mouth="laugh" />, scale: 1.22 },
  nurse: { calm: <Man role="nurse" gesture="show" />, glad: <Man role="nurse" gesture="show" mouth="laugh" />, scale: 1.22 },
  postwoman: { calm: postwoman, glad: postwoman, scale: 1.2 },
};
