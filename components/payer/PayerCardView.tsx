import { useState } from 'react';
import { officialGuidance } from '../../rules/payers/official-guidance.ts';
import type { PayerCard } from '../../rules/work/case-file.ts';
import { NoteCard } from '../library/NoteCard.tsx';
import { ProfileView } from '../library/ProfileView.tsx';
import { SourceLink } from '../denial/SourceLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Section } from '../ui/Section.tsx';
import { TextField } from '../ui/TextField.tsx';
import { GuidanceLinks } from './GuidanceLinks.tsx';
import { confidenceWords } from '../words/clock-words.ts';
import { seenWords } from '../words/day-words.ts';
import { lineOfBusinessWords, networkWords } from '../words/payer-words.ts';

export type PayerCardViewProps = {
  card: PayerCard;
  /** Kept while typing; saved by the button. */
  noteDraft: string; onNoteDraft: (text: string) => void; onSaveNote: (text: string) => void | Promise<void>;
  onCopy?: (text: string) => void | Promise<void>;
  /** The payer's part of the library on the desk, where all of this is changed. */
  onLibrary?: () => void;
};

const nothing = () => undefined;

/** The payer's windows with their sources, and what the practice wrote down about it. */
export function PayerCardView({ card, noteDraft, onNoteDraft, onSaveNote, onCopy = nothing, onLibrary }: PayerCardViewProps) {
  const [isAll, setAll] = useState(false);
  const guidance = officialGuidance(card.payer.lineOfBusiness);
  const rules = isAll ? card.rules : card.rules.slice(0, 12);
  return (
    <>
      <header className="border-b border-line px-3 pt-1 pb-3">
        <h1 className="foreign text-title font-semibold">{card.payer.name}</h1>
        <div className="mt-1 flex flex-wrap gap-1">
          {card.payer.lineOfBusiness !== null && <Chip>{lineOfBusinessWords(card.payer.lineOfBusiness)}</Chip>}
          {card.payer.state !== null && <Chip>{card.payer.state}</Chip>}
          {card.payer.network !== null && <Chip>{networkWords(card.payer.network)}</Chip>}
          {card.payer.libraryPayer === null && card.rules.length === 0 && <Chip>Not in the rule library</Chip>}
        </div>
        {onLibrary !== undefined && <div className="mt-2"><Button size="small" onPress={onLibrary}>Open in the library</Button></div>}
      </header>
      <Section title="Notes of the practice" {...(card.notes.length === 0 ? {} : { aside: card.notes.length })}>
        {card.notes.length === 0 && <p className="mb-2 text-ink-2">No notes yet. What did the last call teach you?</p>}
        <ul className="mb-2 flex flex-col gap-2">
          {card.notes.map((note) => (
            <li key={note.id}><NoteCard note={{ id: note.id, kind: note.kind ?? 'general', title: note.tags.join(', '), text: note.text, userName: note.userName, atMs: note.atMs }} /></li>
          ))}
        </ul>
        <form noValidate className="flex flex-col gap-2" onSubmit={(event) => { event.preventDefault(); if (noteDraft.trim() !== '') void onSaveNote(noteDraft.trim()); }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && noteDraft.trim() !== '') { event.preventDefault(); void onSaveNote(noteDraft.trim()); } }}>
          <TextField label="Add a note" aside="No patient names" rows={2} value={noteDraft} onChange={onNoteDraft} maxLength={20_000} />
          <div><Button type="submit" size="small" isDisabled={noteDraft.trim() === ''}>Save note</Button></div>
        </form>
      </Section>
      {card.profile != null && <Section title="How to reach it"><ProfileView profile={card.profile} onCopy={onCopy} /></Section>}
      <Section title="Windows" aside={card.rules.length}>
        {card.rules.length === 0 && <p className="text-ink-2">The rule library has nothing on this payer. Dates must come from its letters and contracts.</p>}
        {rules.map((rule) => (
          <Disclosure key={rule.id} title={rule.name} aside={<span className="figures text-small">{rule.window}</span>}>
            <p className="text-ink-2">{rule.window} from {rule.startsFrom}.</p>
            {rule.notes !== '' && <p className="mt-1 text-ink-2">{rule.notes}</p>}
            <p className="mt-1 text-small"><SourceLink source={rule.source} />{rule.confidence !== 'own' && <span className="block text-ink-3">{confidenceWords(rule.confidence)}, as of {seenWords(rule.asOf)}</span>}</p>
          </Disclosure>
        ))}
        {!isAll && card.rules.length > rules.length && <div className="pt-2"><Button size="small" kind="quiet" onPress={() => setAll(true)}>Show all {card.rules.length}</Button></div>}
      </Section>
      {guidance.length > 0 && <Section title="Official guidance"><GuidanceLinks guidance={guidance} /></Section>}
    </>
  );
}
