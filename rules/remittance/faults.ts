/**
 * Everything that can be wrong with a file, as data: a stable code and our own words for it.
 * A fault never holds text of the file: the file is full of patients.
 */
export const EDI_FAULTS = {
  'empty': 'The file is empty.',
  'not-x12': 'This is not an X12 file: no ISA, GS or ST was found.',
  'no-ISA': 'The interchange header is missing; the separators were worked out from the text.',
  'no-ST': 'A transaction begins without its header (ST).',
  'bad-ISA': 'An interchange header could not be understood; what follows it was passed over up to the next one.',
  'odd-ISA': 'An interchange header has too few or too many elements; its separators were taken from what follows it.',
  'text-outside': 'Text that belongs to no interchange was passed over.',
  'truncated': 'The file ends in the middle; what was cut is not handed out.',
  'withheld': 'The last claim is incomplete and is not handed out.',
  'unconfirmed-end': 'The file ends before its closing segments. The last claim adds up and is handed out, but a remark or date behind it may be lost.',
  'missing-trailer': 'A closing segment (SE, GE or IEA) is missing.',
  'missing-terminator': 'A segment has no terminator; it was ended at its line break.',
  'segment-too-long': 'A segment is too long to be one; it was passed over.',
  'component-separator': 'Composites are not written with the separator the header declares; the one in use was taken.',
  'SE01': 'SE01 does not count the segments that are there.',
  'SE02': 'SE02 does not repeat the control number of ST02.',
  'GE01': 'GE01 does not count the transactions that are there.',
  'GE02': 'GE02 does not repeat the control number of GS06.',
  'IEA01': 'IEA01 does not count the groups that are there.',
  'IEA02': 'IEA02 does not repeat the control number of ISA13.',
  'stray-segment': 'A segment stands where it has no meaning and was passed over.',
  'malformed-claim': 'The elements of a claim stand in the wrong places; no claim was made of it.',
  'malformed-line': 'The elements of a service line stand in the wrong places; its amounts were left empty.',
  'malformed-adjustment': 'An adjustment has no group code or amount as it should.',
  'malformed-payment': 'The payment segment has no amount.',
  'bad-amount': 'An amount is not a number and was left empty.',
  'rounded-amount': 'An amount has fractions of a cent and was rounded.',
  'bad-date': 'A date does not exist and was left empty.',
  'odd-date': 'A date exists but lies outside 1900 to 2100.',
  'unbalanced': 'Amounts do not add up.',
  'unknown-claim-status': 'The claim status code is not on the list; the status was worked out from the amounts.',
  'predetermination': 'This is an estimate, not a payment.',
  'batch-rejected': 'A status above the claims says that the whole batch or a provider was rejected.',
  'batch-status': 'A status above the claims was given.',
  'several-payers': 'The file holds remittances of several payers.',
  'other-transactions': 'The file also holds transactions of another kind; they are not in this reading.',
  'unsupported-transaction': 'The file holds a kind of transaction that is not read here.',
  'no-transactions': 'The file has headers and no transaction.',
  'more-faults': 'More faults of the same kind were found and only counted.',
} as const;

export type EdiFaultCode = keyof typeof EDI_FAULTS;

/** `segment` counts from 1 over the whole file, ISA included; null when it concerns the file. */
export type EdiFault = { code: EdiFaultCode; segment: number | null; detail?: string };
