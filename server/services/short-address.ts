/** An address without its last part: enough to tell a place from another, not enough to tell a machine. */
export function shortAddress(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1];
  if (v4 !== undefined) return `${v4}.x`;
  if (!address.includes(':')) return '';
  const [head = ''] = address.split('::');
  return `${head.split(':').slice(0, 3).filter((part) => part !== '').join(':')}::x`;
}
