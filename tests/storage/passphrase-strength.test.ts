import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '../../storage/vault/passphrase-strength.ts';

describe('passphrase strength', () => {
  const own = ['Rosa Imbert', 'Riverbend'];
  it.each(['Rosa Imbert Rosa Imbert', 'Riverbend Riverbend', 'Rosa Imbert 2026!!', 'Summer2026!!!', 'correct horse battery staple', '111111111111', 'qwertyuiop12', 'short'])('refuses %s, however long', (text) => {
    expect(passphraseStrength(text, own)).toMatchObject({ acceptable: false });
  });
  it.each(['nine calm otters file on time', 'tulip-anvil-marble-dune', 'Kx9#vQ2mLp7z', 'my aunt keeps three blue kettles'])('accepts %s', (text) => {
    expect(passphraseStrength(text, own)).toMatchObject({ acceptable: true });
  });
});
