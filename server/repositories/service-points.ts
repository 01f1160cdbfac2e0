export type ServicePointKind = 'one-stop' | 'post-office';

export type ServicePointRow = {
  readonly no: number;
  readonly id: string;
  readonly name: string;
  readonly kind: ServicePointKind;
  readonly timezone: string;
  readonly unit: string | null;
};

export type NewServicePoint = Omit<ServicePointRow, 'no'>;
export type Unit = { readonly id: string; readonly name: string; readonly parent: string | null };

export type ServicePointRepository = {
  /** Makes the unit when there is none of this id; false when the service point's id is taken. */
  add(point: NewServicePoint, now: number): Promise<boolean>;
  find(id: string): Promise<ServicePointRow | null>;
  /** Those of a unit and of all units below it; null means every one. Ordered by id. */
  listBelow(unit: string | null): Promise<readonly ServicePointRow[]>;
  /** False when the id is taken or the parent does not exist. */
  addUnit(unit: Unit): Promise<boolean>;
  listUnits(): Promise<readonly Unit[]>;
  /** True when `unit` is `top` or lies below it; everything lies below null. */
  unitLiesBelow(unit: string | null, top: string | null): Promise<boolean>;
};
