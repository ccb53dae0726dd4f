/** Every view but Home. */
export { SavedView } from '../views/saved.tsx';
export { SessionView } from '../views/session.tsx';
export { ElsewhereView } from './elsewhere.tsx';
export { NewsBlocks } from './news.tsx';
