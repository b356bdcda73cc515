/**
 * The words a note template may use, and nothing else. `date` values are ISO days, `money` whole cents, `minutes` whole minutes;
 * how they are written is the format's business.
 */
export const NOTE_FIELDS = {
  today: { kind: 'date', label: 'Today' }, initials: { kind: 'text', label: 'Initials of whoever writes' }, user: { kind: 'text', label: 'Name of whoever writes' },
  payer: { kind: 'text', label: 'Payer' }, claim_number: { kind: 'text', label: 'Claim number of the payer' }, account_number: { kind: 'text', label: 'Account number of the practice' }, member_end: { kind: 'text', label: 'Last 4 of the member number' },
  service_from: { kind: 'date', label: 'First day of service' }, service_to: { kind: 'date', label: 'Last day of service' }, provider: { kind: 'text', label: 'Provider' },
  charge: { kind: 'money', label: 'Billed' }, paid: { kind: 'money', label: 'Paid' }, denied: { kind: 'money', label: 'Denied' },
  status: { kind: 'text', label: 'Status the payer gives' }, status_date: { kind: 'date', label: 'Day of that status' }, codes: { kind: 'text', label: 'Reason and remark codes' },
  channel: { kind: 'text', label: 'Phone, chat, fax …' }, contact_date: { kind: 'date', label: 'Day of the contact' }, dialled: { kind: 'text', label: 'Number or address used' },
  rep: { kind: 'text', label: 'Representative' }, rep_id: { kind: 'text', label: 'Id of the representative' }, department: { kind: 'text', label: 'Department' },
  reference: { kind: 'text', label: 'Reference number' }, no_reference: { kind: 'text', label: 'Why there is no number' }, callback: { kind: 'text', label: 'Callback number' },
  hold: { kind: 'minutes', label: 'Minutes on hold' }, talk: { kind: 'minutes', label: 'Minutes of talk' }, wrap: { kind: 'minutes', label: 'Minutes of wrap-up' },
  outcome: { kind: 'text', label: 'What came of it' }, outcome_code: { kind: 'text', label: 'Code of the practice system for it' }, answers: { kind: 'text', label: 'Questions with their answers' },
  promise: { kind: 'text', label: 'What was promised' }, promise_date: { kind: 'date', label: 'Day it was promised for' },
  next_action: { kind: 'text', label: 'What is done next' }, follow_up: { kind: 'date', label: 'Follow-up day' }, last_day: { kind: 'date', label: 'Last day of the next window' }, note: { kind: 'text', label: 'Your own words' },
} as const;
export type NoteField = keyof typeof NOTE_FIELDS;
export const isNoteField = (name: string): name is NoteField => Object.hasOwn(NOTE_FIELDS, name);

/** What is known, by field; null where it is not. */
export type NoteValues = Readonly<Partial<Record<NoteField, string | number | null>>>;
