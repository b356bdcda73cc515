import { readFileSync } from 'node:fs';
import type { ImportFile } from '../../../storage/imports/import-remittance.ts';

/** A text as a file that can be read again, in pieces of `piece` bytes. */
export function fileOf(text: string, name = 'remit.edi', piece = 4096): ImportFile {
  const bytes = new TextEncoder().encode(text);
  return {
    name, bytes: bytes.length,
    open: function* open() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

export function ownFile(name: string): ImportFile {
  return fileOf(readFileSync(new URL(`../../remittances/${name}`, import.meta.url), 'utf8'), name);
}

/** An 835 of one payer: claims as CLP with what follows. `control` makes it another file. */
export function remittance(claims: readonly string[], more: { payer?: string; control?: string; trace?: string; date?: string } = {}): string {
  const control = more.control ?? '000000101';
  const date = more.date ?? '20260302';
  const body = [
    'ST*835*0001', `BPR*H*0*C*NON************${date}`, `TRN*1*${more.trace ?? 'EFT5501'}*1999999999`, `DTM*405*${date}`, `N1*PR*${more.payer ?? 'AETNA'}`, 'N3*1 MAIN ST', 'N4*HARTFORD*CT*06101', 'PER*BL*SUPPORT*TE*8005550100',
    'N1*PE*RIVERBEND CLINIC*XX*1234567893', 'LX*1', ...claims.flatMap((claim) => claim.split('~')),
  ];
  return [
    `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*0410*^*00501*${control}*0*T*:`, `GS*HP*SENDER*RECEIVER*20260302*0410*1*X*005010X221A1`, ...body, `SE*${body.length + 1}*0001`, 'GE*1*1', `IEA*1*${control}`,
  ].map((segment) => `${segment}~`).join('\n');
}

export const DENIED = 'CLP*ACC-77120*4*450*0*0*12*E26061234500~NM1*QC*1*THISTLEWOOD*MARGUERITE****MI*W998877665~DTM*232*20260203~SVC*HC:97110*450*0**1~DTM*472*20260203~CAS*CO*197*450';
export const PAID_LATER = 'CLP*ACC-77120*1*450*300*0*12*E26061234500~NM1*QC*1*THISTLEWOOD*MARGUERITE****MI*W998877665~DTM*232*20260203~SVC*HC:97110*450*300**1~DTM*472*20260203~CAS*CO*45*150';
