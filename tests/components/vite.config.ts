import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

/** Serves the gallery; the root is the project, so that styles and sources resolve as in the build. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  cacheDir: 'node_modules/.cache/gallery',
  plugins: [tailwindcss()],
  server: { host: '127.0.0.1', port: 0, hmr: false },
  logLevel: 'warn',
});
