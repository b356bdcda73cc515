import { foldText } from './shown-text.ts';

/** What a heading says the things below it are about. Only kinds that change the meaning of a label matter. */
export type SectionKind =
  | 'claim' | 'patient' | 'subscriber' | 'provider' | 'payment' | 'appeal' | 'lines' | 'codes' | 'legend' | 'plb' | 'confirmation' | 'payer'
  | 'search' | 'estimate' | 'related' | 'cob' | 'help' | 'auth' | 'eligibility' | 'notes' | 'user' | 'news' | 'history' | 'entry' | 'status-history' | 'original' | 'remittance';

export type Section = { text: string; kind: SectionKind | null; level: number };

// First match wins, so what narrows a meaning stands before what is general.
const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [/\bexplanation of benefits?\b|\beob (?:details?|summary)\b/i, 'claim'],
  [/\b(?:example|sample|how (?:it|this|they|a claim|one) looks?|what (?:it|this|one|a claim) looks like|how to|faqs?|help|tips?|tutorial|training|where to find|learn|frequently asked|did you know|what does|quick reference|reference (?:card|guide)|webinars?|slides|demo(?:nstration)?|understanding (?:your|the|an?) (?:remittance|eobs?|eops?|explanation|claim status|835|statement)|how to read|(?:provider|user|office|billing) (?:manual|handbook|guide)|field (?:descriptions?|definitions?|guide)|(?:provider|policy|payment|medical) bulletins?)\b|^chapter \d/i, 'help'],
  [/\b(?:search history|(?:saved|recent|previous|past) searches|upload history|call (?:log|history|record)s?|(?:medical )?records? requests|import preview)\b/i, 'user'],
  [/^(?:system|portal|site|service) status$|\bknown issues?\b/i, 'news'],
  [/\b(?:(?:cost|price|patient|treatment|payment|benefits?) )?(?:estimat(?:e|es|or|ion)\b(?! (?:of )?(?:payment|decision) date)|estimated (?:patient |member |treatment |out-of-pocket )?(?:costs?|price)\b)|\bpre-?(?:determination|treatment|service)s?\b|\bcost of care\b/i, 'estimate'],
  [/\b(?:search|filters?|find|look[- ]?up|refine|criteria|inquiry form|quick search|new inquiry)\b(?!.*\b(?:result|response))/i, 'search'],
  [/\b(?:legend|glossary|code (?:descriptions?|definitions?|key|explanations?|meanings?)|codes? (?:used|explained)|explanation of (?:codes|remarks?|adjustment)|key to|definitions?|(?:reason|remark|adjustment|message)s?(?: codes?)? (?:descriptions?|definitions?|messages?|explanations?|key)|descriptions? of codes|status (?:meanings|definitions))\b/i, 'legend'],
  [/\b(?:provider[- ]level|plb|provider adjustments?|provider adj)\b/i, 'plb'],
  [/\b(?:original claim|replaced claim|prior claim|claim being (?:replaced|corrected))\b/i, 'original'],
  [/^medicare (?:\(?primary\)?|adjudication|payments?|information|amounts?|part [ab])|\bmedicare (?:primary|adjudication|paid)\b|\b(?:primary|prior|previous|other|first) (?:payer|payor|insurer|insurance|carrier|coverage|plan)\b(?!.*\bclaims?\b)|^(?:cob|coordination of benefits)\b/i, 'cob'],
  [/^(?!.*\bclaims\b).*\b(?:year[- ]to[- ]date|ytd|(?:this|current|last|plan|calendar|benefit) (?:plan )?(?:year|month|quarter|week)|(?:year|month|quarter) so far|(?:19|20)\d{2} totals?|(?:member|patient|provider|practice|account|batch|group|family|household|year|annual|monthly|page|report) totals?|totals? (?:for|of) (?:this|the|all) (?:patient|member|provider|batch|page|family|year|month))\b/i, 'history'],
  [/\b(?:last|latest|recent|next|previous|upcoming) (?:payments?|checks?|deposits?|remittances?|efts?)\b|\b(?:payments?|checks?|deposits?) to (?:you|your (?:practice|office|group))\b|\byour (?:recent |last |latest )?(?:payments|deposits|checks)\b/i, 'history'],
  [/\b(?:overpayments?|recoupments?|refund (?:requests?|notices?))\b/i, 'history'], [/^duplicates? of\b|\bduplicate claims?\b/i, 'related'],
  [/^(?:suggested|proposed|recommended)\b|\b(?:expected|projected|anticipated) (?:payments?|reimbursement|amounts?)\b|\bfee schedules?\b/i, 'estimate'],
  [/\b(?:previous|prior|earlier|older|superseded) (?:version|submission|adjudication|processing|decision)s?\b/i, 'original'],
  [/\b(?:related|linked|associated|other|previous|prior|recent(?:ly viewed)?|similar|duplicate|dual plan|more|next|last (?:\d+|few|three|five|ten)|same[- ]day|family|household|duplicate) (?:plan |family |patient |member |open )?(?:claims?|items|viewed)\b|\b(?:all|other) claims? (?:for|of) (?:this|the) (?:patient|member|family)\b|\bpossible duplicates?\b|\b(?:next|previous) claim in (?:the )?(?:batch|list|queue)\b|\bcrossover claims\b|\bdual plan\b|\bclaims? (?:for this (?:patient|member)|history)\b|\brecently viewed\b|\bclaim history\b/i, 'related'],
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

/** The same where a page speaks Spanish. */
const SPANISH_KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [/\b(?:ejemplos?|muestra|ayuda|c[oó]mo (?:leer|buscar|someter|entender)|preguntas frecuentes|adiestramiento|gu[ií]a)\b/i, 'help'],
  [/\b(?:buscar|b[uú]squeda|filtros?)\b/i, 'search'], [/\b(?:estimad[oa]s?|estimaci[oó]n|predeterminaci[oó]n)\b/i, 'estimate'],
  [/\b(?:leyenda|significados?|descripci[oó]n de (?:los )?c[oó]digos|explicaci[oó]n de (?:los )?c[oó]digos)\b/i, 'legend'],
  [/\botro (?:seguro|plan)\b|\botra (?:cubierta|aseguradora)\b|\b(?:seguro|plan|pagador) primari[oa]\b|\bcoordinaci[oó]n de beneficios\b/i, 'cob'],
  [/\b(?:otras|dem[aá]s) reclamaciones\b|\breclamaciones (?:anteriores|relacionadas|recientes|previas)\b|\bhistorial de reclamaciones\b|\b[uú]ltimas reclamaciones\b/i, 'related'],
  [/\breclamaci[oó]n original\b/i, 'original'], [/\b(?:acumulad[oa]s?|este a|a[nñ]o (?:a la fecha|corriente|en curso))\b/i, 'history'], [/\bhistorial\b/i, 'status-history'],
  [/\bapelaci(?:[oó]n|ones)\b/i, 'appeal'], [/\b(?:autorizaci(?:[oó]n|ones)|referidos?)\b/i, 'auth'], [/\b(?:elegibilidad|cubierta|beneficios)\b/i, 'eligibility'],
  [/\b(?:notas?|comentarios?|mensajes?|buz[oó]n)\b/i, 'notes'], [/\b(?:suscriptor|asegurado principal)\b/i, 'subscriber'],
  [/\b(?:proveedor|facilidad|m[eé]dico)\b/i, 'provider'], [/\b(?:paciente|miembro|afiliado|beneficiario)\b/i, 'patient'],
  [/\b(?:[uú]ltimos?|recientes?|sus) pagos?\b|\bpagos recientes\b/i, 'history'], [/\b(?:pagos?|cheques?)\b/i, 'payment'], [/\b(?:l[ií]neas|servicios)\b/i, 'lines'], [/\b(?:reclamaci[oó]n|reclamo)\b/i, 'claim'],
];

/** The kind of section a heading opens, or null when its words tell nothing. */
export function sectionKind(text: string): SectionKind | null {
  const shown = foldText(text);
  if (shown.length > 140) return null;
  if (/^(?!.*\bclaim)[^()]{2,40}\((?:primary|prior payer|other payer|primary payer)\)/i.test(shown)) return 'cob';
  // What is in parentheses and what a payer is called (`Claim detail  Payer: … Benefit Trust`) tells nothing about the section.
  const words = foldText(shown.replace(/\([^()]{0,60}\)/g, ' ').replace(/(\S\s[^:]*)\bpayer: .*$/i, '$1'));
  for (const [form, kind] of KINDS) if (form.test(words)) return kind;
  for (const [form, kind] of SPANISH_KINDS) if (form.test(words)) return kind;
  return null;
}

/** Sections in which nothing is said about the claim in front. */
export const FOREIGN_SECTIONS: ReadonlySet<SectionKind> = new Set(['search', 'estimate', 'help', 'auth', 'notes', 'user', 'news', 'related', 'entry', 'status-history', 'original', 'history']);
