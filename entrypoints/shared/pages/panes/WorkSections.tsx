import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { AdviceCard } from '../../../../components/work/AdviceCard.tsx';
import { CheckList } from '../../../../components/work/CheckList.tsx';
import { MemberRecordList } from '../../../../components/work/MemberRecordList.tsx';
import { RootCauseView } from '../../../../components/work/RootCauseView.tsx';
import { WorthParts } from '../../../../components/work/WorthParts.tsx';
import { Button } from '../../../../components/ui/Button.tsx';
import { Section } from '../../../../components/ui/Section.tsx';
import { correctionWindow } from '../../../../rules/denials/correction-window.ts';
import type { DayNumber } from '../../../../rules/domain/day-number.ts';
import type { CaseFile } from '../../../../rules/work/case-file.ts';
import { workView } from '../../../../storage/queries/work-view.ts';
import type { WorkView } from '../../../../storage/queries/work-view.ts';
import type { OpenVault } from '../open-vault.ts';
import { useQuery } from '../use-query.ts';
import type { CaseForm } from './CaseForms.tsx';

/** What the work on a case asks: why it stands where it stands, what went wrong first, what its sources say against one another. */
export function WorkSections({ session, file, today, covered, onForm, actions }: { /** What is done about it, right below the advice. */ actions: ReactNode; /** Facts that are covered as long as nobody showed them. */ covered: ReadonlySet<string>; session: OpenVault; file: CaseFile; today: DayNumber; onForm: (form: CaseForm) => void }) {
  const { db, vault } = session;
  const view = useQuery(async () => workView(db, vault, file), [db, vault, file.item.id, file.item.rev, file.observations.length]);
  const ready = view.state === 'ready' ? view.value : null;
  return (
    <>
      {ready !== null && file.item.open && <Section title="What to do"><AdviceCard advice={ready.advice} correction={{ state: correctionWindow(file.clocks, file.explanation.isRejection), isRejection: file.explanation.isRejection }} onSetDay={() => onForm({ kind: 'override', action: file.explanation.isRejection ? 'timely-filing' : 'corrected-claim' })} /></Section>}
      {/* Keeps its place while the rest is worked out: a form may be open in it. */}
      <Fragment key="actions">{actions}</Fragment>
      {ready !== null && <Findings work={ready} file={file} today={today} covered={covered} onForm={onForm} />}
    </>
  );
}

function Findings({ work: { chance, checks, records, billedNumber }, file, today, covered, onForm }: { work: WorkView; file: CaseFile; today: DayNumber; covered: ReadonlySet<string>; onForm: (form: CaseForm) => void }) {
  const differing = checks.filter(({ verdict }) => verdict === 'differs').length;
  return (
    <>
      <Section title="What went wrong first"><RootCauseView found={file.sealed.rootCauses?.at(-1) ?? null} times={file.sealed.rootCauses?.length ?? 0} onFind={() => onForm({ kind: 'root-cause' })} /></Section>
      <Section title="Does everything agree" aside={differing === 0 ? undefined : `${differing} ${differing === 1 ? 'differs' : 'differ'}`}><CheckList checks={checks} covered={covered} /></Section>
      <Section title="Coverage and authorizations">
        <MemberRecordList records={records} facts={file.sealed.facts} covered={covered} billedNumber={billedNumber} today={today} />
        <div className="flex flex-wrap gap-2 pt-2"><Button size="small" onPress={() => onForm({ kind: 'coverage' })}>Add a coverage check</Button><Button size="small" onPress={() => onForm({ kind: 'authorization' })}>Add an authorization</Button></div>
      </Section>
      {file.item.open && <Section title="Why it stands where it stands"><WorthParts item={file.item} chance={chance} today={today} /></Section>}
    </>
  );
}
