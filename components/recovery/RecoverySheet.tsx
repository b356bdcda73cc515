/** The printed sheet: the key, what it is for, and what its use brings about. No name of a practice or a person is on it. */
export function RecoverySheet({ recoveryKey, madeOn }: { recoveryKey: string; madeOn: string }) {
  return (
    <article aria-label="Recovery sheet" className="only-printed">
      <h1>Overturn recovery key</h1>
      <p className="key">{recoveryKey}</p>
      <p>Made on {madeOn}. Once it is in force, a key made earlier opens nothing any more.</p>
      <h2>What it is for</h2>
      <p>If a passphrase is forgotten, or somebody must be let in in an emergency: on the lock screen press "Use the recovery key", choose the person, type this key and a new passphrase.</p>
      <h2>What happens then</h2>
      <p>The use stands in the audit trail, and everybody is told at their next sign-in. Make a new key afterwards: Settings, Recovery.</p>
      <h2>How to keep it</h2>
      <p>On paper, sealed, where the practice keeps its keys. Not at the desk, not in a photograph, not in a mail. Whoever has this sheet and the computer can read everything. A backup file does not open with this key: it needs the passphrase it was made with.</p>
      <p>Practice: ______________________________ Kept by: ______________________________</p>
    </article>
  );
}
