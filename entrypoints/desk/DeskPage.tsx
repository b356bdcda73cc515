import { lazy, Suspense, useEffect, useState } from 'react';
import { Lock, Search } from 'lucide-react';
import { Button } from '../../components/ui/Button.tsx';
import { DeskFrame } from '../../components/ui/DeskFrame.tsx';
import { KeyHint } from '../../components/ui/KeyHint.tsx';
import { useKeys } from '../../components/ui/use-keys.ts';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { TRAINING_DATABASE_NAME } from '../../storage/database-names.ts';
import { ClientSwitch } from '../shared/pages/ClientSwitch.tsx';
import { PassphraseGate } from '../shared/pages/PassphraseGate.tsx';
import { NarrowNotice } from '../shared/pages/NarrowNotice.tsx';
import { RecoveryNotices } from '../shared/pages/RecoveryNotices.tsx';
import { useOfferedCommands } from '../shared/pages/offered-commands.ts';
import { Palette } from '../shared/pages/Palette.tsx';
import { holdKeysForField } from '../../components/ui/held-keys.ts';
import { usePaletteKey } from '../shared/pages/use-palette-key.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useTheme } from '../shared/pages/use-theme.ts';
import { useVault } from '../shared/pages/vault-session.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { sendCommand } from '../shared/send-command.ts';
import { UnlockPane } from '../shared/pages/panes/UnlockPane.tsx';
import { DESK_GROUPS, TRAINING_GROUPS } from './desk-groups.tsx';
import { ImportsProvider, useDeskImports } from './imports-of-desk.ts';
import { ReadingLine } from './ReadingLine.tsx';
import { useImports } from './use-imports.ts';
import { useRoute } from './use-route.ts';
import type { Route } from './use-route.ts';
import { openInQueue } from './wanted-view.ts';

const panes: Record<Route, React.LazyExoticComponent<(props: { session: OpenVault }) => React.ReactNode>> = {
  queue: lazy(async () => ({ default: (await import('./QueueDeskPane.tsx')).QueueDeskPane })),
  workload: lazy(async () => ({ default: (await import('./WorkloadPane.tsx')).WorkloadPane })),
  priority: lazy(async () => ({ default: (await import('./PriorityPane.tsx')).PriorityPane })),
  calls: lazy(async () => ({ default: (await import('./CallsPane.tsx')).CallsPane })),
  'call-setup': lazy(async () => ({ default: (await import('./CallSetupPane.tsx')).CallSetupPane })),
  appeals: lazy(async () => ({ default: (await import('./AppealsPane.tsx')).AppealsPane })),
  import: lazy(async () => ({ default: (await import('./ImportPane.tsx')).ImportPane })),
  documents: lazy(async () => ({ default: (await import('./PdfPane.tsx')).PdfPane })),
  worklists: lazy(async () => ({ default: (await import('./WorklistPane.tsx')).WorklistPane })),
  payers: lazy(async () => ({ default: (await import('./PayersPane.tsx')).PayersPane })),
  library: lazy(async () => ({ default: (await import('./LibraryPane.tsx')).LibraryPane })),
  portals: lazy(async () => ({ default: (await import('./PortalsPane.tsx')).PortalsPane })),
  maps: lazy(async () => ({ default: (await import('./PortalMapsPane.tsx')).PortalMapsPane })),
  health: lazy(async () => ({ default: (await import('./PortalHealthPane.tsx')).PortalHealthPane })),
  settings: lazy(async () => ({ default: (await import('./SettingsPane.tsx')).SettingsPane })),
  evidence: lazy(async () => ({ default: (await import('./EvidencePane.tsx')).EvidencePane })),
  training: lazy(async () => ({ default: (await import('./TrainingPane.tsx')).TrainingPane })),
  exports: lazy(async () => ({ default: (await import('./exports/ExportPane.tsx')).ExportPane })),
  backup: lazy(async () => ({ default: (await import('./backup/BackupPane.tsx')).BackupPane })),
  handover: lazy(async () => ({ default: (await import('./handover/HandoverPane.tsx')).HandoverPane })),
  people: lazy(async () => ({ default: (await import('./people/PeoplePane.tsx')).PeoplePane })),
  numbers: lazy(async () => ({ default: (await import('./NumbersPane.tsx')).NumbersPane })),
  prevention: lazy(async () => ({ default: (await import('./PreventionPane.tsx')).PreventionPane })),
  keeping: lazy(async () => ({ default: (await import('./computer/KeepingPane.tsx')).KeepingPane })),
  computer: lazy(async () => ({ default: (await import('./computer/ComputerPane.tsx')).ComputerPane })),
  audit: lazy(async () => ({ default: (await import('./AuditPane.tsx')).AuditPane })),
};
const WelcomePane = lazy(async () => ({ default: (await import('./WelcomePane.tsx')).WelcomePane }));

/** A remittance dropped beside the box must not make the browser leave for it, or show it in the clear. */
function keepDropsHere(): () => void {
  const hold = (event: DragEvent) => event.preventDefault();
  addEventListener('dragover', hold);
  addEventListener('drop', hold);
  return () => {
    removeEventListener('dragover', hold);
    removeEventListener('drop', hold);
  };
}

/** The page for the long work: first run, files, payers, portals, settings. */
export function DeskPage() {
  const session = useVault();
  useEffect(keepDropsHere, []);
  if (session.status === 'starting') return <main aria-busy="true" className="h-dvh" />;
  if (session.status === 'failed') return <main><EmptyState title="Overturn cannot open its store">{errorWords(session.code)}</EmptyState></main>;
  if (session.status === 'absent') return <><header><ClientSwitch database={session.db.name} /></header><Suspense fallback={<main aria-busy="true" />}><WelcomePane /></Suspense></>;
  if (session.status === 'locked') return <div className="mx-auto max-w-sm pt-24"><UnlockPane db={session.db} /></div>;
  return <PassphraseGate session={session}><OpenDesk session={session} /></PassphraseGate>;
}

/** Files go on being read whichever page of the desk is open. */
function OpenDesk({ session }: { session: OpenVault }) {
  return <ImportsProvider value={useImports(session)}><DeskPages session={session} /></ImportsProvider>;
}

function DeskPages({ session }: { session: OpenVault }) {
  useTheme(session.db);
  const imports = useDeskImports();
  const [route] = useRoute();
  const names = useQuery(async () => ({ practice: (await session.db.meta.get('practice'))?.value as { name?: string } | undefined, user: await session.db.users.get(session.userId) }), [session.db, session.userId]);
  const Pane = panes[route];
  const groups = session.db.name === TRAINING_DATABASE_NAME ? TRAINING_GROUPS : DESK_GROUPS;
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  useKeys({ u: () => void sendCommand('vault:lock', {}) }, !isPaletteOpen);
  usePaletteKey(() => {
    if (!isPaletteOpen) holdKeysForField(); // what is typed before it stands is meant for it
    setPaletteOpen(true);
  });
  useOfferedCommands([
    ...groups.flatMap((group) => group.links.map(({ id, label }) => ({ id: `desk-${id}`, label, group: group.name, onChoose: () => { location.hash = `#/${id}`; } }))),
    { id: 'lock', label: 'Lock, or switch user', group: 'Overturn', shortcut: 'u', onChoose: () => void sendCommand('vault:lock', {}) },
  ]);
  return (
    <DeskFrame
      practice={names.state === 'ready' ? (names.value.practice?.name ?? '') : ''} user={names.state === 'ready' ? (names.value.user?.name ?? '') : ''} groups={groups} current={route}
      actions={<div className="flex flex-col gap-1"><ReadingLine imports={imports} isHere={route === 'import'} /><Button size="small" wide icon={<Search aria-hidden className="size-3.5" />} onPress={() => setPaletteOpen(true)}>Search <KeyHint keys="Ctrl K" /></Button><Button size="small" wide icon={<Lock aria-hidden className="size-3.5" />} onPress={() => void sendCommand('vault:lock', {})}>Lock</Button></div>}
    >
      <NarrowNotice session={session} />
      <RecoveryNotices session={session} reminds={route !== 'settings' && session.db.name !== TRAINING_DATABASE_NAME} />
      <Suspense fallback={<div aria-busy="true" />}><Pane session={session} /></Suspense>
      {/* Not fetched when first wanted: what is typed right after Ctrl K belongs to it. */}
      {isPaletteOpen && <Palette session={session} onCase={openInQueue} onClose={() => setPaletteOpen(false)} />}
    </DeskFrame>
  );
}
