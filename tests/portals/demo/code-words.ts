/** What the demo portals say of a code, in our own words. Portals write their own too, and never all the same. */
export const MEANINGS: Readonly<Record<string, string>> = {
  '1': 'Amount goes to the deductible.', '2': 'Share the patient pays as coinsurance.', '3': 'Share the patient pays as copay.',
  '16': 'Something is missing or wrong on the claim.', '18': 'The same service was billed before.', '22': 'Another plan may have to pay first.',
  '29': 'Came in after the filing limit.', '45': 'Above the contracted amount.', '50': 'Not seen as medically needed.', '96': 'Charge is not covered.',
  '97': 'Part of another service on this claim.', '109': 'Another payer covers this.', '119': 'The benefit limit is used up.', '151': 'Records do not support this many.',
  '197': 'No authorization on file.', '252': 'Records are needed.', 'B7': 'Provider was not enrolled on that day.',
  M15: 'Separately billed parts were put together.', M62: 'Authorization number missing.', M127: 'Send the medical record.', MA04: 'The first payer’s result is missing.',
  N19: 'Incidental to the main procedure.', N30: 'The plan was not in force for this service.', N104: 'Ask the plan named on the card.', N115: 'A coverage policy was used.',
  N130: 'See the plan’s benefit documents.', N211: 'No appeal of a late claim.', N290: 'Rendering provider’s number missing.', N362: 'More units than allowed.',
  N522: 'A duplicate of an earlier claim.', N570: 'Enrollment data missing.',
};
