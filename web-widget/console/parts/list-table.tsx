import { DataTable, type DataTableProps } from 'mantine-datatable';

/** The console's measures of a list; a list may say otherwise. */
const measures = {
  withTableBorder: true,
  borderRadius: 'md',
  verticalSpacing: 'xs',
  classNames: { table: 'wide' },
} as const;

/** The arrows of the pages have names. */
const paging = { getPaginationControlProps: (control: string) => ({ 'aria-label': control }) };

/** A list that is sorted, paged or worked in. */
export function ListTable<Item>(props: DataTableProps<Item>) {
  const isPaged = 'page' in props;
  return <DataTable<Item> {...({ ...measures, ...(isPaged && paging), ...props } as DataTableProps<Item>)} />;
}
