export { flagOf, integerOf, integerOrNull, scoresOf, textOf, textOrNull, type Row } from '../sql/read-row.ts';
