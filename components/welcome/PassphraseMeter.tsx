const words = ['Guessed at once', 'Guessed quickly', 'Fair', 'Strong', 'Very strong'] as const;

/** How hard the passphrase is to guess, in words and in bars. */
export function PassphraseMeter({ strength }: { strength: { score: number; acceptable: boolean } | null }) {
  const score = strength?.score ?? -1;
  const text = strength === null ? 'Strength: not typed yet' : `Strength: ${words[Math.max(0, Math.min(4, score))] ?? ''}${strength.acceptable ? '' : '. Take at least 12 characters that are not easily guessed'}`;
  return (
    <div className="mt-2" role="status" aria-live="polite">
      <div aria-hidden className="flex gap-1">
        {words.map((word, index) => <span key={word} className={`h-1 flex-1 rounded-full ${index <= score ? (strength?.acceptable === true ? 'bg-good' : 'bg-soon') : 'bg-line'}`} />)}
      </div>
      <p className="mt-1 text-small text-ink-2">{text}</p>
    </div>
  );
}
