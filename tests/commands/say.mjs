/** Progress on standard output: one line at once, with the seconds it took once it is done. Node 18 is enough. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Says what begins, waits for it, says how long it took. */
export async function step(name, work) {
  const from = Date.now();
  say(`· ${name} ...`);
  const value = await work();
  say(`  ${name}: done in ${((Date.now() - from) / 1000).toFixed(1)} s`);
  return value;
}
