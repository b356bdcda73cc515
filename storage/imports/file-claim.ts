import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { LineOfBusiness } from '../../rules/domain/vocabulary.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import { payerKeyOf } from '../../rules/payers/payer-key.ts';
import type { ReadingClaim, Value } from '../../rules/reading/reading.ts';
import type { FileClaimDetail, PartyName } from '../../rules/remittance/edi-events.ts';
import { displayName } from '../../rules/remittance/edi-values.ts';
import { factsFromReading } from '../../rules/work/facts-from-reading.ts';
import { lineOfBusinessOf } from '../../rules/work/line-of-business.ts';
import { libraryPayerOf, matchPracticePayer } from '../../rules/work/payer-match.ts';
import { visibleText } from '../../rules/work/visible-text.ts';
import { canonicalJson } from '../../rules/evidence/canonical-json.ts';
import type { Vault } from '../vault/vault.ts';

/** A claim event of a file: a remittance's decision or a status file's answer. */
export type FileClaim = { claim: ReadingClaim; detail: FileClaimDetail };
/** The same with its place in the order of the file, from 0. */
export type NumberedClaim = FileClaim & { ordinal: number };

export function factsOfFileClaim({ claim, detail }: FileClaim): ClaimFacts {
  return factsFromReading(claim, {
    payerName: detail.payerName, provider: nameOf(detail.rendering) ?? detail.payee?.name ?? null, lineOfBusiness: lineOfBusinessOf(detail.filingIndicator), claimType: claimTypeOf(detail),
  });
}

function nameOf(party: PartyName | null): string | null {
  const name = party === null ? '' : displayName(party);
  return name === '' ? null : name;
}

/** Said only where the file settles it: Medicare's parts, a DRG or revenue codes. */
function claimTypeOf(detail: FileClaimDetail): ClaimFacts['claimType'] {
  const indicator = (detail.filingIndicator ?? '').toUpperCase();
  if (indicator === 'MA' || detail.drg !== null || detail.lines.some((line) => line.revenueCode !== null)) return 'institutional';
  return indicator === 'MB' ? 'professional' : null;
}

/**
 * One keyed hash per decision of a payer on a claim: the same in whatever file it comes again, another when anything
 * about the decision differs. Made of what stands in the file, not of what is understood of it: a reader that is set right
 * must not take every claim read before for a new one. Neither names nor numbers can be got back from it.
 */
export function decisionId(vault: Vault, { claim, detail }: FileClaim): string {
  const who = [claim.patientName, claim.memberId, claim.serviceFrom, claim.serviceTo].map(raw);
  const paid = [claim.charge, claim.paid, claim.patientResponsibility, claim.paymentNumber, claim.remittanceOn, claim.finalizedOn].map(raw);
  const codes = [detail.claimStatusCode, claim.statusCodes, claim.adjustments, claim.rarcs];
  const lines = claim.lines.map((line) => [raw(line.procedure), line.modifiers, raw(line.serviceFrom), raw(line.charge), raw(line.paid), line.adjustments, line.rarcs]);
  const statuses = detail.lines.map((line) => line.statusCodes);
  return vault.contentHash('decision', canonicalJson([DECISION_FORM, detail.kind, detail.claimKey, who, paid, codes, lines, statuses]));
}

/** Which parts of a claim make its decision's hash; raised only with a step that moves the stored ones. */
const DECISION_FORM = 1;
const raw = (value: Value<string | number>): string | null => (value === null ? null : value.raw);

/** The payer numbers that a correction names as those of the claim before it. */
export function replacedNumbers({ claim, detail }: FileClaim): string[] {
  const original = claim.references.filter(({ label }) => label === 'REF*F8').map(({ value }) => value);
  return [...(detail.originalClaimControlNumber === null ? [] : [detail.originalClaimControlNumber]), ...detail.references.filter(({ qualifier }) => qualifier === 'F8').map(({ value }) => value), ...original];
}

/** Finds the practice's payer of a claim, or makes one of the name in the file, once per name. */
export class FilePayers {
  readonly #payers: PracticePayer[];
  readonly #found = new Map<string, PracticePayer>();
  /** Payers not on file before; written with the batch that first needs them. */
  readonly added: PracticePayer[] = [];

  constructor(payers: readonly PracticePayer[]) {
    this.#payers = [...payers];
  }

  payerOf(detail: FileClaimDetail): PracticePayer {
    const name = visibleText(detail.payerName ?? '', 200) || (detail.payerId === null ? '' : `Payer ${visibleText(detail.payerId, 80)}`) || 'Payer not named';
    return this.payerNamed(name, lineOfBusinessOf(detail.filingIndicator));
  }

  /** The practice's payer of this name, or a new one of it. */
  payerNamed(name: string, lineOfBusiness: LineOfBusiness | null = null): PracticePayer {
    const asked = `${name}\u0000${lineOfBusiness ?? ''}`;
    const known = this.#found.get(asked) ?? matchPracticePayer(name, this.#payers, lineOfBusiness);
    const payer = known ?? this.#add(name);
    this.#found.set(asked, payer);
    return payer;
  }

  #add(name: string): PracticePayer {
    const base = payerKeyOf(name);
    let key = base;
    for (let n = 2; this.#payers.some((payer) => payer.key === key); n += 1) key = `${base}-${n}`;
    const payer: PracticePayer = { key, name, libraryPayer: libraryPayerOf(name), lineOfBusiness: null, state: null, network: null, aliases: [] };
    this.#payers.push(payer);
    this.added.push(payer);
    return payer;
  }

  byKey(): Map<string, PracticePayer> {
    return new Map(this.#payers.map((payer) => [payer.key, payer]));
  }
}
