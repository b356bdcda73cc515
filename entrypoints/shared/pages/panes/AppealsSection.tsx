import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { AppealRows } from '../../../../components/appeals/AppealRows.tsx';
import { Button } from '../../../../components/ui/Button.tsx';
import { KeyHint } from '../../../../components/ui/KeyHint.tsx';
import { useKeys } from '../../../../components/ui/use-keys.ts';
import { useOfferedCommands } from '../offered-commands.ts';
import { Chip } from '../../../../components/ui/Chip.tsx';
import { PlainDay } from '../../../../components/ui/PlainDay.tsx';
import { Section } from '../../../../components/ui/Section.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import { errorWords } from '../../../../components/words/error-words.ts';
import { levelWords } from '../../../../components/words/appeal-words.ts';
import { levelChoices } from '../../../../rules/appeals/appeal-level.ts';
import type { LevelChoice } from '../../../../rules/appeals/appeal-level.ts';
import type { AppealLevel } from '../../../../rules/domain/appeal.ts';
import type { CaseFile } from '../../../../rules/work/case-file.ts';
import { appealItems } from '../../../../storage/appeals/appeal-list.ts';
import { sendCommand } from '../../send-command.ts';
import { openAppealPage } from '../appeal-page.ts';
import type { OpenVault } from '../open-vault.ts';
import { useQuery } from '../use-query.ts';
import { useToday } from '../use-today.ts';

/** The appeals of a case, and the level to start now. The packet itself is worked on the desk, where there is room. */
export function AppealsSection({ session, file, areKeysOn, onMessage }: { session: OpenVault; file: CaseFile; areKeysOn: boolean; onMessage: (message: StatusMessage) => void }) {
  const today = useToday();
  const [isChoosing, setChoosing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const answer = useQuery(() => appealItems(session.db, session.vault, { caseId: file.item.id }), [session.db, session.vault, file.item.id]);
  const items = answer.state === 'ready' ? answer.value.items : [];
  const choices = answer.state === 'ready' && file.item.open ? levelChoices(file.clocks, items, file.sealed.submissions) : [];
  const right = choices.find(({ kind }) => kind === 'right');
  const start = async (level: AppealLevel) => {
    setBusy(true);
    const reply = await sendCommand('appeal:start', { caseId: file.item.id, level });
    setBusy(false);
    setChoosing(false);
    if (reply.ok) openAppealPage(reply.value.appealId);
    onMessage(reply.ok ? { tone: 'done', text: `${levelWords(level)} begun. Its packet is on the desk.` } : { tone: 'problem', text: reply.error.field === 'level' ? 'This would be a second appeal of the same thing.' : errorWords(reply.error.code) });
  };
  // The packet of an appeal that is on its way, the right level, or the choice where none is sure.
  const going = items.find(({ isOpen }) => isOpen);
  const go = () => {
    if (going !== undefined) openAppealPage(going.id);
    else if (right !== undefined) void start(right.level);
    else setChoosing(true);
  };
  const isOffered = items.length > 0 || choices.length > 0;
  const isThere = answer.state === 'ready';
  // Pressed before the levels are worked out: it acts once they are.
  const isWanted = useRef(false);
  const goWanted = useEffectEvent(() => {
    const wants = isWanted.current && isOffered;
    isWanted.current = false;
    if (wants) go();
  });
  useEffect(() => { if (isThere) queueMicrotask(goWanted); }, [isThere]);
  useKeys({ a: () => { if (isThere) go(); else isWanted.current = true; } }, areKeysOn && (isOffered || !isThere) && !isBusy);
  useOfferedCommands(isOffered ? [{ id: 'case-appeal', label: going === undefined ? 'Start an appeal' : 'Open the appeal', group: 'This case', shortcut: 'a', onChoose: go }] : []);
  if (!isOffered) return null;
  return (
    <Section title="Appeals">
      <div className="flex flex-col gap-2">
        {items.length > 0 && <AppealRows items={items} today={today} showPatient={false} onOpen={openAppealPage} />}
        {choices.length > 0 && !isChoosing && (
          <div className="flex flex-wrap items-center gap-2">
            {right !== undefined && <Button size="small" isPending={isBusy} onPress={() => void start(right.level)}>Start the {right.name.toLowerCase()} <KeyHint keys="a" /></Button>}
            <Button size="small" kind="quiet" onPress={() => setChoosing(true)}>{right === undefined ? 'Levels of appeal' : 'Other levels'}</Button>
          </div>
        )}
        {isChoosing && <Levels choices={choices} isBusy={isBusy} onStart={(level) => void start(level)} onClose={() => setChoosing(false)} />}
      </div>
    </Section>
  );
}

function Levels({ choices, isBusy, onStart, onClose }: { choices: readonly LevelChoice[]; isBusy: boolean; onStart: (level: AppealLevel) => void; onClose: () => void }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {choices.map(({ level, name, due, kind, reason }) => (
        <li key={level} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <p className="font-medium">{name} {due !== null && <span className="font-normal text-ink-2">until <PlainDay day={due} /></span>} {kind === 'unsure' && <Chip tone="soon">Not sure</Chip>}</p>
            <p className="text-small text-ink-3">{reason}</p>
          </div>
          {kind !== 'refused' && <Button size="small" isPending={isBusy} aria-label={`Start ${name}`} onPress={() => onStart(level)}>Start</Button>}
        </li>
      ))}
      <li><Button size="small" kind="quiet" onPress={onClose}>Close</Button></li>
    </ul>
  );
}
