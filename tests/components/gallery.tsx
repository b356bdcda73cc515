import { createRoot } from 'react-dom/client';
import '../../components/theme.css';
import { fixtures } from './fixtures.ts';

/**
 * Every subject in every state, without an extension: `gallery.html?show=queue/three-rows&theme=dark`; without `show`, the list of all.
 * `npx vite --config tests/components/vite.config.ts` serves it.
 */
const wanted = new URLSearchParams(location.search);
const theme = wanted.get('theme');
if (theme !== null) document.documentElement.dataset['theme'] = theme;
const show = wanted.get('show');
const fixture = show === null ? undefined : fixtures[show];
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  fixture?.() ?? (
    <main className="p-4">
      <h1 className="mb-2 text-title font-semibold">Gallery</h1>
      <ul className="flex flex-col gap-1">{Object.keys(fixtures).map((name) => <li key={name}><a href={`?show=${name}`}>{name}</a></li>)}</ul>
    </main>
  ),
);
