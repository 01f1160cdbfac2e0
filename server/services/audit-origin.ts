import type { RequestOrigin } from '../ports.ts';
import type { AuditRepository } from '../repositories/audit.ts';
import { shortAddress } from './short-address.ts';

/** The same log; a record that says no address gets the one of the request being answered. */
export function auditWithOrigin(audit: AuditRepository, origin: RequestOrigin): AuditRepository {
  return {
    list: () => audit.list(),
    page: (filter) => audit.page(filter),
    add(record) {
      const address = origin.current();
      return audit.add(record.address === undefined && address !== null ? { ...record, address: shortAddress(address) } : record);
    },
  };
}
