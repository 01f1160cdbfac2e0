export type ServicePointKind = 'one-stop' | 'post-office';

export type ServicePointRow = {
  readonly no: number;
  readonly id: string;
  readonly name: string;
  readonly kind: ServicePointKind;
  readonly timezone: string;
  readonly unit: string | null;
  /** JSON of the opening hours; null: not said. */
  readonly hours: string | null;
  /** Null: in use. */
  readonly closedAt: number | null;
};

export type NewServicePoint = Omit<ServicePointRow, 'no' | 'hours' | 'closedAt'>;
/** What is left out stays. */
export type ServicePointChange = Partial<Omit<ServicePointRow, 'no' | 'id'>>;
export type Unit = { readonly id: string; readonly name: string; readonly parent: string | null };

export type ServicePointRepository = {
  /** Makes the unit when there is none of this id; false when the service point's id is taken. */
  add(point: NewServicePoint, now: number): Promise<boolean>;
  find(id: string): Promise<ServicePointRow | null>;
  /** Those of a unit and of all units below it; null means every one. Ordered by id. */
  listBelow(unit: string | null): Promise<readonly ServicePointRow[]>;
  change(id: string, change: ServicePointChange): Promise<void>;
  /** Marks it closed; false when kiosks stand there that are not revoked. */
  close(id: string, now: number): Promise<boolean>;
  /** False when the id is taken or the parent does not exist. */
  addUnit(unit: Unit): Promise<boolean>;
  listUnits(): Promise<readonly Unit[]>;
  renameUnit(id: string, name: string): Promise<void>;
  /** 'loop' when the new parent is the unit itself or lies below it; 'unknown' when one of the two does not exist. */
  moveUnit(id: string, parent: string | null): Promise<'moved' | 'loop' | 'unknown'>;
  /** True when `unit` is `top` or lies below it; everything lies below null. */
  unitLiesBelow(unit: string | null, top: string | null): Promise<boolean>;
};
