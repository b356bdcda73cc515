import { TextField } from '../ui/TextField.tsx';

/** A first passphrase, typed twice. `fits` says whether it may be saved as typed. */
export function FirstPassphrase({ value, again, onChange, error = null }: { value: string; again: string; onChange: (value: string, again: string) => void; error?: string | null }) {
  return (
    <>
      <TextField label="First passphrase" type="password" autoComplete="new-password" value={value} onChange={(next) => onChange(next, again)} error={error} hint="Tell it to them in person. They replace it by their own at the first sign-in." />
      <TextField label="First passphrase again" type="password" autoComplete="new-password" value={again} onChange={(next) => onChange(value, next)} error={again !== '' && !value.startsWith(again) ? 'Not the same.' : null} />
    </>
  );
}
