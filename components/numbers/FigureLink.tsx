import { Button } from 'react-aria-components/Button';

/** A figure or a name in a table that leads to its claims: looks as the text around it, so that columns stay in line. */
export function FigureLink({ name, text, onPress }: { name: string; text: string; onPress: () => void }) {
  return <Button aria-label={name} onPress={onPress} className="min-h-6 rounded-sm text-left underline decoration-dotted decoration-(--ink-3) underline-offset-2 data-[hovered]:decoration-solid print:no-underline">{text}</Button>;
}
