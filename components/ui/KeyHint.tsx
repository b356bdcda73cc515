/** Keys as caps: `keys="Ctrl Enter"`; each part is one cap. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="inline-flex shrink-0 gap-0.5">
      {keys.split(' ').map((key) => (
        <kbd key={key} className="inline-flex h-4 min-w-4 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-tiny text-ink-3">{key}</kbd>
      ))}
    </span>
  );
}
