import { remembering } from './remembered.ts';

/**
 * Brings a label as a page writes it (`CLM CTRL NBR:`, `Claim #*`) to plain words (`claim control number`),
 * so that one entry of the synonym data stands for its many spellings.
 */
const WORDS: Readonly<Record<string, string>> = {
  no: 'number', nbr: 'number', num: 'number', nmbr: 'number', nos: 'nos', id: 'id', identifier: 'id', identification: 'id', ids: 'id',
  amt: 'amount', amnt: 'amount', dt: 'date', svc: 'service', svcs: 'service', srvc: 'service', serv: 'service', proc: 'procedure',
  pt: 'patient', pat: 'patient', mbr: 'member', mem: 'member', acct: 'account', ctrl: 'control', cntl: 'control', ctl: 'control', cntrl: 'control',
  resp: 'responsibility', chg: 'charge', chrg: 'charge', clm: 'claim', rcvd: 'received', recd: 'received', recvd: 'received', rec: 'received',
  pd: 'paid', acnt: 'account', reimb: 'reimbursement', reimbursed: 'reimbursement', stmt: 'statement', fr: 'from', adj: 'adjustment', adjmt: 'adjustment', adjust: 'adjustment', rsn: 'reason', rmk: 'remark', rmrk: 'remark', desc: 'description', disp: 'disposition', descr: 'description',
  chk: 'check', pmt: 'payment', pymt: 'payment', pymnt: 'payment', remit: 'remittance', qty: 'quantity', mod: 'modifier', auth: 'authorization',
  ref: 'reference', orig: 'original', prov: 'provider', stat: 'status', info: 'information', dx: 'diagnosis', diag: 'diagnosis', bene: 'beneficiary',
  subs: 'subscriber', sub: 'subscriber', ins: 'insurance', coins: 'coinsurance', ded: 'deductible', deduct: 'deductible', copayment: 'copay',
  thru: 'to', through: 'to', cd: 'code', grp: 'group', allwd: 'allowed', allow: 'allowed', alwd: 'allowed', rev: 'revenue', finalised: 'finalized', payor: 'payer', cheque: 'check',
  ln: 'line', beg: 'begin', msg: 'message', msgs: 'message', bld: 'billed', conf: 'confirmation', recon: 'reconsideration', cat: 'category', amts: 'amount', hcpc: 'hcpcs', modif: 'modifier', modifs: 'modifier', unt: 'unit', unts: 'unit', ben: 'benefit', elig: 'eligible', rmks: 'remark', dtl: 'line', xref: 'related', ctrlno: 'control number',
  expl: 'explanation', tot: 'total', ttl: 'total', max: 'maximum', sts: 'status', benef: 'beneficiary', adjudicated: 'adjudicated', billing: 'billing', trn: 'trace',
};
const DROPPED: ReadonlySet<string> = new Set(['the', 'a', 'an', 'your', 'my', 'our', 'this', 's', 'and', 'or', 'usd', 'us']);
const UNSTRIPPED: ReadonlySet<string> = new Set(['nos', 'status', 'dos', 'hcpcs', 'cms', 'los', 'eps', 'address', 'process', 'less', 'tos', 'pos', 'basis', 'diagnosis', 'gross', 'business', 'plus', 'us', 'is', 'was', 'has', 'as', 'this', 's']);

/** What stands in labels besides words, blanks and a closing colon. */
const SPECIAL = /['’ʼ`(#&]|w\/|pre-|co-|non-/;

function plain(text: string): string {
  const words: string[] = [];
  const lower = text.toLowerCase();
  const loose = !SPECIAL.test(lower) ? lower : lower.replace(/[’ʼ`]/g, "'").replace(/'s\b/g, '').replace(/\((?:s|es)\)/g, 's').replace(/#/g, ' number ').replace(/&/g, ' and ')
    .replace(/\bw\/\s*/g, 'with ').replace(/pre-/g, 'pre').replace(/co-(?=pay|ins)/g, 'co').replace(/non-/g, 'non');
  // Nearly all are words with blanks between them, for which the plain split is several times faster.
  for (const part of loose.split(/[^a-z0-9$% ]/.test(loose) ? /[^a-z0-9$%]+/ : ' ')) {
    if (part === '' || part === '$' || DROPPED.has(part)) continue;
    let word = WORDS[part] ?? part;
    if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !UNSTRIPPED.has(word)) {
      word = word.slice(0, -1);
      word = WORDS[word] ?? word;
    }
    if (words[words.length - 1] !== word) words.push(word);
  }
  return words.join(' ');
}

/** The plain words of a label; empty where there are none. */
export const labelWords = remembering(plain, 8000);

/** The words without what stands in parentheses (`Claim Number (ICN or DCN)`). */
export function wordsOutsideParentheses(text: string): string {
  return text.includes('(') ? labelWords(text.replace(/\([^()]{0,60}\)/g, ' ')) : labelWords(text);
}
