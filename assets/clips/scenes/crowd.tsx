import { Girl } from '#renderer/art/cast/girl.tsx';
import { Grandfather } from '#renderer/art/cast/grandfather.tsx';
import { Grandmother } from '#renderer/art/cast/grandmother.tsx';
import { Mother } from '#renderer/art/cast/mother.tsx';
import { Officer } from '#renderer/art/cast/officer.tsx';
import { Student } from '#renderer/art/cast/student.tsx';
import { WheelchairMan } from '#renderer/art/cast/wheelchair-man.tsx';

/** Figures made once: the same element every frame costs no new drawing. */
export const people = {
  girl: <Girl gesture="wave" />,
  girlDrawing: <Girl gesture="drawing" />,
  grandfather: <Grandfather mouth="smile" />,
  grandfatherPhone: <Grandfather holding="phone" mouth="laugh" />,
  grandfatherDoubt: <Grandfather holding="phone" mouth="calm" />,
  grandfatherShow: <Grandfather gesture="show" mouth="laugh" />,
  grandmother: <Grandmother gesture="rest" holding="folder" mouth="smile" />,
  grandmotherPhone: <Grandmother holding="phone" gesture="point" view="profile" mouth="smile" />,
  grandmotherGlad: <Grandmother holding="phone" gesture="show" mouth="laugh" eyes="closed" />,
  grandmotherHold: <Grandmother holding="phone" gesture="rest" mouth="calm" />,
  grandmotherShow: <Grandmother gesture="show" mouth="laugh" eyes="closed" />,
  mother: <Mother />,
  officer: <Officer gesture="show" mouth="laugh" />,
  officerStamp: <Officer gesture="stamp" mouth="smile" />,
  student: <Student gesture="show" holding="phone" mouth="laugh" />,
  studentStop: <Student gesture="wave" holding="phone" mouth="calm" />,
  studentOffer: <Student gesture="offer" holding="phone" mouth="smile" />,
  wheelchairMan: <WheelchairMan holding="phone" mouth="smile" />,
} as const;
