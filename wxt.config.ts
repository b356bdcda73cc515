import { createRequire } from 'node:module';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';

/**
 * One source, three browsers. `OVERTURN_BUILD` picks the build:
 * - `store` (default): what the stores get; asks for no host at install.
 * - `demo`: carries the loopback permission, because a browser's own permission prompt
 *   cannot be clicked by a test or by the tour.
 */
const build = process.env['OVERTURN_BUILD'] === 'demo' ? 'demo' : 'store';
const loopback = ['http://127.0.0.1/*', 'http://localhost/*'];

export default defineConfig({
  srcDir: '.',
  outDir: process.env['OVERTURN_OUT'] ?? '.output',
  outDirTemplate: build === 'demo' ? '{{browser}}-demo' : '{{browser}}',
  publicDir: 'components/public',
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  experimental: { escapeUnicode: true },
  vite: () => ({
    plugins: [tailwindcss()],
    define: { __OVERTURN_BUILD__: JSON.stringify(build) },
    build: { target: 'esnext' },
    // The Markdown reader's form for browsers decodes `&amp;` by writing markup into an element; its other form looks it up.
    resolve: { alias: { 'decode-named-character-reference': createRequire(import.meta.url).resolve('decode-named-character-reference') } },
  }),
  hooks: {
    // WXT turns the `matches` of a script registered at run time into host permissions; ours are asked for one portal at a time.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (build === 'demo') manifest.host_permissions = [...loopback];
      else delete manifest.host_permissions;
    },
  },
  manifest: ({ browser }) => ({
    name: 'Overturn',
    description: 'Sits beside the payer portal: what was denied, how long you have, what to do next.',
    permissions: [
      'activeTab', 'alarms', 'contextMenus', 'idle', 'notifications', 'scripting', 'storage', 'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: build === 'demo' ? [...loopback] : [],
    optional_host_permissions: ['https://*/*'],
    // At most four suggested keys (Chrome's limit); the others are bound by who wants them.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      'capture-page': { suggested_key: { default: 'Alt+Shift+C' }, description: 'Read the claim on this page' },
      'log-contact': { suggested_key: { default: 'Alt+Shift+L' }, description: 'Log a call or message' },
      lock: { suggested_key: { default: 'Alt+Shift+K' }, description: 'Lock Overturn' },
    },
    // What an organization may set for its computers. Firefox reads it from a managed storage manifest and knows no schema.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    // The review card stands in the portal's page; its address changes with each session, so that no page can look for it.
    web_accessible_resources: [{
      resources: ['review.html'], matches: ['https://*/*', ...(build === 'demo' ? loopback : [])],
      ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
    }],
    // Frames: only the review card, in the portal page that comes with practice mode.
    content_security_policy: {
      extension_pages: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'",
    },
    minimum_chrome_version: '144',
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'overturn@overturn.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : {}),
  }),
});
