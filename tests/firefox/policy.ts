/**
 * Firefox under a policy: installs the built extension, opens its pages, makes a practice, locks and unlocks, and holds to what the organization set. Exits with 1 at the first thing that is not so.
 */
import { PASSPHRASE, startFirefox } from './in-firefox.ts';

const { page, ask, go, close } = await startFirefox({ exportsAllowed: ['trail'], idleMinutes: 10, portalsDenied: ['not a host'] });
try {
  const say = (text: string) => console.log(`  firefox: ${text}`);
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`not so: ${what}`);
    say(what);
  };
  must((await ask('vault:status', {}))?.ok === true, 'the background answers');
  const made = await ask('practice:create', {
    userName: 'Rosa Imbert', practiceName: 'Riverbend Billing', passphrase: PASSPHRASE, timeZone: 'America/New_York', portals: [],
    payers: [{ key: 'cedar-valley-health', name: 'Cedar Valley Health', libraryPayer: null, lineOfBusiness: 'commercial', state: 'IL', network: 'in', aliases: [] }],
  });
  must(made?.ok === true, 'a practice is made');
  const { userId } = made?.value as { userId: string };
  must((await ask('vault:lock', {}))?.ok === true, 'it locks');
  must((await ask('vault:unlock', { userId, passphrase: 'not the passphrase' }))?.error?.code === 'wrong-passphrase', 'a wrong passphrase is refused');
  await new Promise((resolve) => setTimeout(resolve, 3000));
  must((await ask('vault:unlock', { userId, passphrase: PASSPHRASE }))?.ok === true, 'the right one opens it');
  must((await ask('export:begin', { kind: 'everything', format: 'json', columns: [], rows: 1, reason: 'audit' }))?.error?.code === 'policy-forbids', "the organization's policy holds at the command");
  must((await ask('export:begin', { kind: 'trail', format: 'csv', columns: [], rows: 1, reason: null }))?.ok === true, 'what the policy allows is allowed');
  must((await ask('settings:save', { idleMinutes: 15 }))?.error?.code === 'policy-forbids', 'a setting looser than the policy is refused');
  await go('desk.html#/computer');
  await page.waitForFunction(() => document.body.innerText.includes('10 minutes at most') && document.body.innerText.includes('portalsDenied, 1st'), { timeout: 20_000 });
  say('the page says what the organization set, and what of it cannot be used');
  await go('popup.html');
  const text = await page.evaluate(() => document.body.innerText);
  must(text.trim().length > 0, 'the popup draws');
  for (const file of ['desk.html', 'sidepanel.html']) {
    await go(file);
    must((await page.evaluate(() => document.body.innerText)).trim().length > 0, `${file} draws`);
  }
} catch (error) {
  console.log(`  firefox: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await close();
}
