/** Builds a portal's browser app once per server life. rolldown is what vite itself uses. */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const built = new Map<string, Promise<string>>();

/** The app's JavaScript as one module. A failed build is not kept, so that an edited file can be tried again. */
export function bundle(entry: URL): Promise<string> {
  const known = built.get(entry.href);
  if (known) return known;
  const work = build(fileURLToPath(entry));
  built.set(entry.href, work);
  work.catch(() => built.delete(entry.href));
  return work;
}

async function build(input: string): Promise<string> {
  const made = await rolldown({ input, platform: 'browser', logLevel: 'silent', transform: { jsx: 'react-jsx', define: { 'process.env.NODE_ENV': '"production"' } } });
  try {
    const { output } = await made.generate({ format: 'esm', minify: true, codeSplitting: false });
    return output[0].code;
  } finally {
    await made.close();
  }
}
