import { useState, type ReactElement, type ReactNode } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords } from '../i18n/words.ts';

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. Numbers and texts (by Vietnamese order); null stands last either way. */
  readonly sortBy?: (row: Row) => number | string | null;
  readonly align?: 'right';
};

export type Sorting = { readonly column: string; readonly direction: 'up' | 'down' };

type DataTableProps<Row> = {
  /** Says what the table holds; read by screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly sorting?: Sorting;
  readonly empty: ReactNode;
  readonly className?: string;
  /** Narrow screens read every row as a card (default), or scroll the table sideways. */
  readonly narrow?: 'cards' | 'scroll';
};

/** Rows with sortable heads; every value carries its head on a narrow screen. */
export function DataTable<Row>({ label, rows, rowKey, columns, sorting, empty, className = '', narrow = 'cards' }: DataTableProps<Row>): ReactElement {
  const { say } = useWords();
  const [sort, setSort] = useState<Sorting | null>(sorting ?? null);
  if (rows.length === 0) return <>{empty}</>;
  const by = columns.find((column) => column.id === sort?.column)?.sortBy;
  const sorted = by === undefined || sort === null ? rows : sortRows(rows, by, sort.direction);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('tableOf', { name: label })}>
      <table className={`lines data ${narrow} ${className}`}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th scope="row" key={column.id}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={column.align} data-label={column.head}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column, sort, onSort }: { readonly column: Column<Row>; readonly sort: Sorting | null; readonly onSort: (sort: Sorting) => void }): ReactElement {
  const { say } = useWords();
  const direction = sort?.column === column.id ? sort.direction : null;
  if (column.sortBy === undefined) return <th scope="col" className={column.align}>{column.head}</th>;
  return (
    <th scope="col" className={column.align} aria-sort={direction === null ? 'none' : direction === 'up' ? 'ascending' : 'descending'}>
      <button type="button" className="sort" title={say('sortBy', { column: column.head })} onClick={() => onSort({ column: column.id, direction: direction === 'down' ? 'up' : direction === 'up' ? 'down' : column.align === 'right' ? 'down' : 'up' })}>
        {column.head}
        <Icon name={direction === 'up' ? 'up' : 'down'} className={direction === null ? 'icon unsorted' : 'icon'} />
      </button>
    </th>
  );
}

/** A new list; equal values keep their order. */
export function sortRows<Row>(rows: readonly Row[], by: (row: Row) => number | string | null, direction: 'up' | 'down'): readonly Row[] {
  const sign = direction === 'up' ? 1 : -1;
  return rows.toSorted((left, right) => {
    const [a, b] = [by(left), by(right)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'vi'));
  });
}
