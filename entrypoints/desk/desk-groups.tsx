import { Archive, ArrowLeftRight, ArrowUpDown, BookOpen, Building2, ChartColumn, Download, FileCheck2, FileText, FileUp, Gavel, GraduationCap, HeartPulse, Hourglass, ListChecks, Map, MonitorCheck, MessageSquareText, Phone, Scale, ScrollText, Settings, ShieldCheck, ShieldPlus, Table2, Users } from 'lucide-react';
import type { DeskGroup } from '../../components/ui/DeskFrame.tsx';

const icon = 'size-4';

/** The desk's menu: what is done all day first, what is set up once last. */
export const DESK_GROUPS: readonly DeskGroup[] = [
  { name: 'Work', links: [{ id: 'queue', label: 'Queue', icon: <ListChecks aria-hidden className={icon} /> }, { id: 'workload', label: 'Workload', icon: <Scale aria-hidden className={icon} /> }, { id: 'appeals', label: 'Appeals', icon: <Gavel aria-hidden className={icon} /> }, { id: 'calls', label: 'Calls and notes', icon: <Phone aria-hidden className={icon} /> }] },
  {
    name: 'Files',
    links: [
      { id: 'import', label: 'Remittances', icon: <FileUp aria-hidden className={icon} /> },
      { id: 'documents', label: 'PDF', icon: <FileText aria-hidden className={icon} /> },
      { id: 'worklists', label: 'Worklists', icon: <Table2 aria-hidden className={icon} /> },
      { id: 'handover', label: 'Hand-over files', icon: <ArrowLeftRight aria-hidden className={icon} /> },
      { id: 'exports', label: 'Exports', icon: <Download aria-hidden className={icon} /> },
    ],
  },
  {
    name: 'Knowledge',
    links: [
      { id: 'payers', label: 'Payers', icon: <Building2 aria-hidden className={icon} /> },
      { id: 'library', label: 'Library', icon: <BookOpen aria-hidden className={icon} /> },
    ],
  },
  {
    name: 'Answers',
    links: [
      { id: 'numbers', label: 'Numbers', icon: <ChartColumn aria-hidden className={icon} /> },
      { id: 'prevention', label: 'Prevention', icon: <ShieldPlus aria-hidden className={icon} /> },
    ],
  },
  {
    name: 'Portals',
    links: [
      { id: 'portals', label: 'Portals', icon: <ShieldCheck aria-hidden className={icon} /> },
      { id: 'maps', label: 'Portal maps', icon: <Map aria-hidden className={icon} /> },
      { id: 'health', label: 'Portal health', icon: <HeartPulse aria-hidden className={icon} /> },
      { id: 'evidence', label: 'Check evidence', icon: <FileCheck2 aria-hidden className={icon} /> },
    ],
  },
  {
    name: 'Practice',
    links: [
      { id: 'priority', label: 'Order of the queue', icon: <ArrowUpDown aria-hidden className={icon} /> },
      { id: 'call-setup', label: 'Call set-up', icon: <MessageSquareText aria-hidden className={icon} /> },
      { id: 'settings', label: 'Settings', icon: <Settings aria-hidden className={icon} /> },
      { id: 'people', label: 'People', icon: <Users aria-hidden className={icon} /> },
      { id: 'backup', label: 'Backup', icon: <Archive aria-hidden className={icon} /> },
      { id: 'audit', label: 'Audit trail', icon: <ScrollText aria-hidden className={icon} /> },
      { id: 'keeping', label: 'Keep and delete', icon: <Hourglass aria-hidden className={icon} /> },
      { id: 'computer', label: 'This computer', icon: <MonitorCheck aria-hidden className={icon} /> },
    ],
  },
];

const notInTraining = new Set(['handover', 'portals', 'backup', 'people', 'keeping', 'computer']);

/** In practice mode: the exercises first, no real portals and no backups. */
export const TRAINING_GROUPS: readonly DeskGroup[] = [
  { name: 'Practice mode', links: [{ id: 'training', label: 'Practice', icon: <GraduationCap aria-hidden className={icon} /> }] },
  ...DESK_GROUPS.map((group) => ({ ...group, links: group.links.filter(({ id }) => !notInTraining.has(id)) })),
];
