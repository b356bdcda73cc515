import { useState } from 'react';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { LineOfBusiness } from '../../rules/domain/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { lineOfBusinessOptions } from '../words/payer-words.ts';

export type PayerQuestionProps = {
  payer: PracticePayer; openCases: number; library: readonly { name: string; linesOfBusiness: readonly LineOfBusiness[] }[];
  isBusy: boolean; onAnswer: (payer: PracticePayer) => void;
  /** To the payer itself, for a window from the contract. */
  onPayer: () => void;
};

/** One question about one payer, however many of its claims wait for it. */
export function PayerQuestion({ payer, openCases, library, isBusy, onAnswer, onPayer }: PayerQuestionProps) {
  const [libraryPayer, setLibraryPayer] = useState<string | null>(payer.libraryPayer);
  const [lineOfBusiness, setLine] = useState<LineOfBusiness | null>(payer.lineOfBusiness);
  const choose = (name: string | null) => {
    setLibraryPayer(name);
    const lines = library.find((one) => one.name === name)?.linesOfBusiness ?? [];
    if (lines.length === 1 && lineOfBusiness === null) setLine(lines[0] ?? null);
  };
  const isReady = libraryPayer !== null && lineOfBusiness !== null;
  const wait = openCases === 1 ? '1 open claim has no date until this is answered.' : `${openCases.toLocaleString('en-US')} open claims have no date until this is answered.`;
  return (
    <form
      noValidate aria-label={payer.name} className="flex flex-col gap-2 rounded-md border border-line bg-sunken px-3 py-2.5"
      onSubmit={(event) => { event.preventDefault(); if (isReady) onAnswer({ ...payer, libraryPayer, lineOfBusiness }); }}
    >
      <div>
        <h3 className="foreign font-semibold">{payer.libraryPayer === null ? <>Which payer is “{payer.name}”?</> : <>Which kind of plan is “{payer.name}”?</>}</h3>
        <p className="figures text-small text-ink-2">{wait}</p>
      </div>
      <div className="grid gap-2 sm:grid-cols-2">
        {payer.libraryPayer === null && <ComboField label="Payer in the library" options={library.map(({ name }) => ({ value: name, label: name }))} value={libraryPayer} onChange={choose} placeholder="Type part of its name" />}
        <SelectField label="Kind of plan" options={lineOfBusinessOptions} value={lineOfBusiness} onChange={setLine} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="small" kind="primary" isDisabled={!isReady || isBusy}>Answer</Button>
        <Button size="small" kind="quiet" onPress={onPayer}>{payer.libraryPayer === null ? 'None of these: set windows from the contract' : 'Open the payer'}</Button>
      </div>
    </form>
  );
}
