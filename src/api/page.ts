import type { Context } from './context.ts';
import { query } from './procedure.ts';

export const page = { more: query(more) };

/** Every view but Home, as the script that the sidebar runs for them; it holds nothing of the school. */
function more({ pages }: Context): string {
  return pages.more();
}
