export type AuditRecord = {
  readonly at: number;
  /** A user's, read token's or device's id, or 'command-line'. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** Plain values, no secrets. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Whose administrators may read it. Left out: the unit of the subject where it is a service point, kiosk or user, else the actor's. */
  readonly unit?: string | null;
  /** Where from, shortened. Left out: the address of the request that is being answered, if any. */
  readonly address?: string | null;
};

export type ListedAuditRecord = Required<AuditRecord> & {
  readonly no: number;
  readonly actorName: string | null;
  readonly subjectName: string | null;
};

export type AuditFilter = {
  /** Records of this unit and of units below it; null: all. */
  readonly unit: string | null;
  readonly actor?: string;
  readonly subject?: string;
  readonly action?: string;
  /** Instants, ms: from inclusive, until exclusive. */
  readonly from?: number;
  readonly until?: number;
  /** Records with a lower number only. */
  readonly before?: number;
  readonly most: number;
};

/** Only ever added to: there is no way to change or delete a record, and the database refuses it too. */
export type AuditRepository = {
  add(record: AuditRecord): Promise<void>;
  /** All, oldest first. */
  list(): Promise<readonly AuditRecord[]>;
  /** Newest first. */
  page(filter: AuditFilter): Promise<readonly ListedAuditRecord[]>;
};
