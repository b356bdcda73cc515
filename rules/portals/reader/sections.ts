import { foldText } from './shown-text.ts';

/** What a heading says the things below it are about. Only kinds that change the meaning of a label matter. */
export type SectionKind =
  | 'claim' | 'patient' | 'subscriber' | 'provider' | 'payment' | 'appeal' | 'lines' | 'codes' | 'legend' | 'plb' | 'confirmation' | 'payer'
  | 'search' | 'estimate' | 'related' | 'cob' | 'help' | 'auth' | 'eligibility' | 'notes' | 'user' | 'news' | 'history' | 'entry' | 'status-history' | 'original' | 'remittance';

export type Section = { text: string; kind: SectionKind | null; level: number };

// First match wins, so what narrows a meaning stands before what is general.
const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [/\bexplanation of benefits?\b|\beob (?:details?|summary)\b/i, 'claim'],
  [/\b(?:example|sample|how (?:it|this|they|a claim|one) looks?|what (?:it|this|one|a claim) looks like|how to|faqs?|help|tips?|tutorial|training|where to find|learn|frequently asked|did you know|what does)\b/i, 'help'],
  [/\b(?:(?:cost|price|patient|treatment|payment|benefits?) )?(?:estimat(?:e|es|or|ion)\b(?! (?:of )?(?:payment|decision) date)|estimated (?:patient |member |treatment |out-of-pocket )?(?:costs?|price)\b)|\bpre-?(?:determination|treatment|service)s?\b|\bcost of care\b/i, 'estimate'],
  [/\b(?:search|filters?|find|look[- ]?up|refine|criteria|inquiry form|quick search|new inquiry)\b(?!.*\b(?:result|response))/i, 'search'],
  [/\b(?:legend|glossary|code (?:descriptions?|definitions?|key|explanations?|meanings?)|codes? (?:used|explained)|explanation of (?:codes|remarks?|adjustment)|key to|definitions?|(?:reason|remark|adjustment|message)s?(?: codes?)? (?:descriptions?|definitions?|messages?|explanations?|key)|descriptions? of codes|status (?:meanings|definitions))\b/i, 'legend'],
  [/\b(?:provider[- ]level|plb|provider adjustments?|provider adj)\b/i, 'plb'],
  [/\b(?:original claim|replaced claim|prior claim|claim being (?:replaced|corrected))\b/i, 'original'],
  [/\b(?:related|linked|associated|other|previous|prior|recent(?:ly viewed)?|similar|duplicate|dual plan|more) (?:plan )?(?:claims?|items|viewed)\b|\bcrossover claims\b|\bdual plan\b|\bclaims? (?:for this (?:patient|member)|history)\b|\brecently viewed\b|\bclaim history\b/i, 'related'],
  [/\b(?:appeals?|disputes?|reconsiderations?|redeterminations?|grievances?) history\b/i, 'appeal'],
  [/\b(?:status history|activity|timeline|audit trail|event log|tracking history|history)\b/i, 'status-history'],
  [/\b(?:coordination of benefits|cob|other (?:insurance|coverage|payers?|health)|tpl|third[- ]party|secondary (?:insurance|payer|coverage)|primary (?:insurance|payer)|medicare information|medigap)\b/i, 'cob'],
  [/\b(?:authori[sz]ations?|referrals?|pre-?cert\w*|prior auth)\b/i, 'auth'],
  [/\b(?:eligibility|benefits?|coverage|accumulators?|deductibles?)\b/i, 'eligibility'],
  [/\b(?:notes?|comments?|messages?|inbox|correspondence|conversation)\b/i, 'notes'],
  [/\b(?:news|announcements?|notifications?|alerts?|bulletins?|reminders?|what's new|updates|dashboard|tasks)\b/i, 'news'],
  [/\b(?:my account|profile|signed in|user|preferences|settings|contact us)\b/i, 'user'],
  [/\b(?:(?:new|enter|create|edit|correct|corrected|submit|replacement|void)\b.*\bclaim\b.*(?:form|entry|submission)?|claim (?:entry|submission|correction)|data entry|file an? (?:appeal|dispute)|start an? (?:appeal|dispute))/i, 'entry'],
  [/\b(?:appeals?|disputes?|reconsiderations?|redeterminations?|grievances?|investigations?)\b/i, 'appeal'],
  [/\b(?:confirmation|submitted|received your)\b/i, 'confirmation'],
  [/\b(?:subscriber|insured|policy ?holder|sponsor|guarantor|card ?holder)\b(?!.*\bpatient\b)/i, 'subscriber'],
  [/\b(?:remittance|remit|explanation of payment|eop|era|voucher)\b(?! to)/i, 'remittance'],
  [/\b(?:payment|check|eft|transfer|disbursement|paid to|remit to)\b/i, 'payment'],
  [/\b(?:lines?|service (?:details?|information)|procedures?|charges|services)\b/i, 'lines'],
  [/\b(?:facility|institutional|professional|inpatient|outpatient|hospital|physician|provider) claims?\b/i, 'claim'],
  [/\b(?:providers?|facility|physician|practitioner|billing|rendering|payee|practice|organi[sz]ation)\b/i, 'provider'],
  [/\b(?:patient|member|beneficiary|client|recipient|enrollee|claimant)\b/i, 'patient'],
  [/\b(?:reason|remark|adjustment|denial|carc|rarc|edit|eob)s?\b/i, 'codes'],
  [/\b(?:payer|insurance|plan|carrier)\b/i, 'payer'],
  [/\bclaims?\b/i, 'claim'],
];

/** The kind of section a heading opens, or null when its words tell nothing. */
export function sectionKind(text: string): SectionKind | null {
  const shown = foldText(text);
  if (shown.length > 140) return null;
  // What is in parentheses or a person's name behind `for` tells nothing about the section.
  const words = shown.replace(/\([^()]{0,60}\)/g, ' ');
  for (const [form, kind] of KINDS) if (form.test(words)) return kind;
  return null;
}

/** Sections in which nothing is said about the claim in front. */
export const FOREIGN_SECTIONS: ReadonlySet<SectionKind> = new Set(['search', 'estimate', 'help', 'auth', 'notes', 'user', 'news', 'related', 'entry', 'status-history', 'original', 'history']);
