import type { LineOfBusiness } from '../../../rules/domain/vocabulary.ts';

/**
 * Situations adjudicated from billing knowledge before the table was run against them.
 * Each: line of business, codes on a line of which nothing was paid, and what a seasoned biller would say:
 * `nature category path appealable`, sometimes with the origin step.
 */
export type Adjudicated = readonly [lob: LineOfBusiness | null, codes: string, answer: string, origin?: string];

export const adjudicated: readonly Adjudicated[] = [
  // --- the patient's share is not a denial
  // The deductible is what the plan promised the patient would pay.
  ['commercial', 'PR-1', 'patient-share patient-responsibility bill-patient no'],
  // Coinsurance of the plan.
  ['medicare-ffs', 'PR-2', 'patient-share patient-responsibility bill-patient no'],
  // Copay of the plan, collected at the desk.
  ['medicare-advantage', 'PR-3', 'patient-share patient-responsibility bill-patient no', 'front-desk'],
  // No contract: the part above the plan's allowance falls to the patient.
  ['commercial', 'PR-45', 'patient-share patient-responsibility bill-patient possible'],
  // The plan paid the patient; the provider collects from them.
  ['commercial', 'PR-100', 'patient-share payment-adjustment bill-patient possible'],
  // Plan exclusion given to the patient: PR is not CO.
  ['commercial', 'PR-96 N130', 'patient-share non-covered bill-patient possible'],
  // Not in the current plan, patient's.
  ['commercial', 'PR-204', 'patient-share non-covered bill-patient possible'],
  // Benefit maximum reached: the patient pays beyond it.
  ['commercial', 'PR-119', 'patient-share non-covered bill-patient possible'],
  // Lifetime maximum, patient's.
  ['commercial', 'PR-35', 'patient-share non-covered bill-patient possible'],
  // Coverage had ended: the patient owes unless there is other coverage.
  ['commercial', 'PR-27', 'patient-share eligibility bill-patient possible', 'front-desk'],
  // Before coverage began, patient's.
  ['commercial', 'PR-26', 'patient-share eligibility bill-patient possible'],
  // Signed advance notice (patient was told): patient's, but necessity stays appealable.
  ['medicare-ffs', 'PR-50 M38', 'patient-share medical-necessity bill-patient yes'],
  // Member had to get approval for out-of-network care.
  ['commercial', 'PR-197', 'patient-share prior-authorization bill-patient possible'],
  // Member went outside the network.
  ['commercial', 'PR-242', 'patient-share network bill-patient possible'],
  // The plan waits for the patient's questionnaire and gives them the balance meanwhile.
  ['commercial', 'PR-227', 'patient-share documentation bill-patient possible', 'front-desk'],
  // Statutory exclusion with GY: Medicare gives it to the patient.
  ['medicare-ffs', 'PR-96 N425', 'patient-share non-covered bill-patient possible'],
  // An unmatched member number must be fixed before anyone bills the patient.
  ['commercial', 'PR-31', 'patient-share patient-data correct-and-resubmit possible'],
  // Another plan is first; the patient's bill comes only after it.
  ['commercial', 'PR-22', 'patient-share coordination-of-benefits bill-other-payer possible'],

  // --- cuts that nobody refused
  // A discount of the whole charge is suspicious: rate missing.
  ['commercial', 'CO-45', 'not-denied contractual call-payer possible'],
  // What the earlier payers left is the patient's.
  ['commercial', 'PR-23', 'patient-share coordination-of-benefits bill-patient no'],
  // Sequestration.
  ['medicare-ffs', 'CO-253', 'not-denied payment-adjustment write-off no'],
  // The second payer carries over the first payer's result.
  ['commercial', 'OA-23', 'not-denied coordination-of-benefits none no'],
  // Multiple procedure reduction: check it, then accept.
  ['commercial', 'CO-59', 'not-denied bundling write-off possible'],
  // Cut for the specialty under the contract.
  ['medicaid', 'CO-172', 'not-denied contractual write-off possible'],
  // Workers' comp fee schedule.
  ['workers-comp', 'CO-P12', 'not-denied contractual write-off possible'],
  // A payer without a contract cut the charge by its own decision: dispute.
  ['commercial', 'PI-45', 'not-denied contractual appeal yes'],
  // QMB: cost share may not be collected by law.
  ['medicaid', 'OA-303', 'not-denied coordination-of-benefits write-off no'],

  // --- who is the patient, who pays
  // Member not identified: registration error.
  ['commercial', 'CO-31', 'denial patient-data correct-and-resubmit possible', 'front-desk'],
  // Name and number disagree.
  ['commercial', 'CO-140', 'denial patient-data correct-and-resubmit possible', 'front-desk'],
  // Service after recorded death: the date or the person is wrong.
  ['medicare-ffs', 'CO-13', 'denial eligibility correct-and-resubmit possible'],
  // Coverage ended and the patient may not be billed by group: look for the coverage in force.
  ['commercial', 'CO-27', 'denial eligibility bill-other-payer possible', 'front-desk'],
  // Same under Medicaid (often moved to a managed plan).
  ['medicaid', 'CO-27', 'denial eligibility bill-other-payer possible'],
  // Before coverage.
  ['commercial', 'CO-26', 'denial eligibility bill-other-payer possible'],
  // Premium grace period: held, not denied.
  ['commercial', 'OA-257', 'pending eligibility wait-for-payer no'],
  // Coordination: another payer first.
  ['commercial', 'CO-22', 'denial coordination-of-benefits bill-other-payer possible'],
  // Medicare secondary payer file shows a group plan.
  ['medicare-ffs', 'CO-22', 'denial coordination-of-benefits bill-other-payer possible'],
  // Medicaid is last: third party first.
  ['medicaid', 'OA-22', 'denial coordination-of-benefits bill-other-payer possible'],
  // Secondary lacks the primary's payment data: resend with it.
  ['medicare-ffs', 'OA-22 MA04', 'denial coordination-of-benefits correct-and-resubmit possible', 'billing'],
  // Missing primary EOB, given with the generic reason.
  ['commercial', 'CO-16 N479', 'denial coordination-of-benefits correct-and-resubmit possible', 'billing'],
  // The document wanted is the other payer's EOB.
  ['commercial', 'CO-252 N4', 'denial coordination-of-benefits correct-and-resubmit possible'],
  // Patient is in a Medicare Advantage plan.
  ['medicare-ffs', 'CO-24', 'denial coordination-of-benefits bill-other-payer possible', 'front-desk'],
  // Medicaid managed care plan has the patient.
  ['medicaid', 'CO-24', 'denial coordination-of-benefits bill-other-payer possible'],
  // Commercial capitation: the capitated group answers.
  ['commercial', 'CO-24', 'denial contractual bill-other-payer possible'],
  // Wrong payer.
  ['commercial', 'OA-109', 'denial coordination-of-benefits bill-other-payer possible'],
  // Railroad beneficiary at the wrong Medicare contractor.
  ['medicare-ffs', 'OA-109 N105', 'denial coordination-of-benefits bill-other-payer possible'],
  // Work injury: comp carrier first.
  ['commercial', 'CO-19', 'denial coordination-of-benefits bill-other-payer possible'],
  // Medical plan says vision plan.
  ['commercial', 'CO-297', 'denial coordination-of-benefits bill-other-payer possible'],
  // Hospice patient under Medicare: modifier GV or GW.
  ['medicare-ffs', 'CO-B9', 'denial coordination-of-benefits correct-and-resubmit possible'],
  // Hospice patient of a Medicare Advantage plan: not the plan's to pay.
  ['medicare-advantage', 'CO-B9', 'denial coordination-of-benefits bill-other-payer possible'],
  // Comp carrier says not work related: health plan.
  ['workers-comp', 'CO-P2', 'denial coordination-of-benefits bill-other-payer possible'],
  // Identity theft flag: only the payer can lift it.
  ['commercial', 'CO-224', 'denial eligibility call-payer possible'],

  // --- time and duplicates
  // Late at a commercial plan: appeal with proof of timely filing.
  ['commercial', 'CO-29', 'denial timely-filing appeal yes', 'billing'],
  // Late at Medicare: no initial determination, no appeal.
  ['medicare-ffs', 'CO-29', 'denial timely-filing write-off no'],
  // Late at Medicaid: appeal with proof or delay reason.
  ['medicaid', 'CO-29', 'denial timely-filing appeal yes'],
  // Late at a Medicare Advantage plan is a contract matter and can be disputed.
  ['medicare-advantage', 'CO-29', 'denial timely-filing appeal yes'],
  // Late filing must not be billed to the patient unseen.
  ['commercial', 'PR-29', 'patient-share timely-filing call-payer possible'],
  // Duplicate: first find out what became of the first claim.
  ['commercial', 'CO-18', 'denial duplicate call-payer possible', 'billing'],
  // Same under Medicare with OA.
  ['medicare-ffs', 'OA-18', 'denial duplicate call-payer possible'],
  // Crossover copy is already there.
  ['commercial', 'OA-18 N522', 'denial duplicate wait-for-payer no'],
  // Seems paid before.
  ['commercial', 'CO-B13', 'denial duplicate call-payer possible'],

  // --- 16 follows its remark; MA130 is a rejection
  // Rendering NPI missing: fix the number.
  ['commercial', 'CO-16 N290', 'denial claim-data correct-and-resubmit possible', 'billing'],
  // The same unprocessable at Medicare: new claim, no appeal.
  ['medicare-ffs', 'CO-16 N290 MA130', 'rejection claim-data correct-and-resubmit no'],
  // Remark order must not matter.
  ['medicare-ffs', 'CO-16 MA130 N290', 'rejection claim-data correct-and-resubmit no'],
  // Diagnosis missing.
  ['commercial', 'CO-16 M76', 'denial coding correct-and-resubmit possible', 'coding'],
  // Diagnosis missing, unprocessable.
  ['medicare-ffs', 'CO-16 M76 MA130', 'rejection coding correct-and-resubmit no'],
  // Medicare number and name do not match, unprocessable: front desk.
  ['medicare-ffs', 'CO-16 MA27 MA130', 'rejection patient-data correct-and-resubmit no', 'front-desk'],
  // Patient identifier wrong.
  ['commercial', 'CO-16 N382', 'denial patient-data correct-and-resubmit possible', 'front-desk'],
  // Procedure code invalid.
  ['commercial', 'CO-16 M51', 'denial coding correct-and-resubmit possible'],
  // Units missing: charge entry.
  ['commercial', 'CO-16 M53', 'denial coding correct-and-resubmit possible', 'charge-entry'],
  // Place of service wrong: charge entry.
  ['commercial', 'CO-16 M77', 'denial coding correct-and-resubmit possible', 'charge-entry'],
  // A document is missing: send it.
  ['commercial', 'CO-16 N706', 'denial documentation send-records possible', 'clinical'],
  // Medical record missing.
  ['commercial', 'CO-16 M127', 'denial documentation send-records possible'],
  // Authorization number left out.
  ['commercial', 'CO-16 M62', 'denial prior-authorization correct-and-resubmit possible'],
  // CLIA number missing.
  ['medicare-ffs', 'CO-16 MA120 MA130', 'rejection claim-data correct-and-resubmit no'],
  // Payer says: no appeal, but may be corrected.
  ['commercial', 'CO-16 N704 M76', 'denial coding correct-and-resubmit no'],
  // No remark: nobody can know what to fix.
  ['commercial', 'CO-16', 'denial claim-data call-payer possible'],
  // An alert about rights does not say what is missing.
  ['commercial', 'CO-16 MA01', 'denial claim-data call-payer yes'],
  // Retired 125 behaves like 16.
  ['medicaid', 'CO-125 M53', 'denial coding correct-and-resubmit possible', 'charge-entry'],
  // Data of the first payer disagree.
  ['commercial', 'CO-129 N48', 'denial coordination-of-benefits correct-and-resubmit possible'],
  // Missing NPI.
  ['commercial', 'CO-206', 'denial claim-data correct-and-resubmit possible', 'billing'],
  // NPI does not match.
  ['medicaid', 'CO-208', 'denial claim-data correct-and-resubmit possible'],

  // --- authorization and network
  // No prior authorization.
  ['commercial', 'CO-197', 'denial prior-authorization appeal yes', 'scheduling'],
  // Medicare Advantage likewise.
  ['medicare-advantage', 'CO-197', 'denial prior-authorization appeal yes'],
  // VA community care needs a referral.
  ['va', 'CO-197', 'denial prior-authorization appeal yes'],
  // There is one, only the number is missing.
  ['commercial', 'CO-197 M62', 'denial prior-authorization correct-and-resubmit possible'],
  // More visits than approved.
  ['commercial', 'CO-198', 'denial prior-authorization appeal yes'],
  // Approval was refused beforehand.
  ['commercial', 'CO-39', 'denial prior-authorization appeal yes'],
  // No referral.
  ['commercial', 'CO-288', 'denial prior-authorization correct-and-resubmit possible'],
  // Out of network though contracted or emergency.
  ['commercial', 'CO-242', 'denial network appeal yes'],
  // Not authorized by the network physician.
  ['commercial', 'CO-243', 'denial prior-authorization appeal yes'],
  // Provider not eligible on the date.
  ['commercial', 'CO-B7', 'denial provider-enrollment appeal yes'],
  // Provider type may not bill it at Medicare.
  ['medicare-ffs', 'CO-170 N95', 'denial provider-enrollment write-off possible'],
  // Ordering provider is not entitled.
  ['medicare-ffs', 'CO-184 N574', 'denial provider-enrollment correct-and-resubmit possible'],
  // Referring provider is not entitled.
  ['medicaid', 'CO-183', 'denial provider-enrollment correct-and-resubmit possible'],
  // Contract does not pay it.
  ['commercial', 'CO-256', 'denial contractual appeal yes', 'payer-contract'],

  // --- coding and bundling
  // Modifier does not fit.
  ['commercial', 'CO-4', 'denial coding correct-and-resubmit possible', 'coding'],
  // Diagnosis does not support the procedure.
  ['commercial', 'CO-11', 'denial coding correct-and-resubmit possible'],
  // Under Medicare with a coverage determination it is a question of need.
  ['medicare-ffs', 'CO-11 N115', 'denial medical-necessity appeal yes'],
  // Diagnosis retired on the date.
  ['commercial', 'CO-146', 'denial coding correct-and-resubmit possible'],
  // Procedure code invalid on the date.
  ['commercial', 'CO-181', 'denial coding correct-and-resubmit possible'],
  // Modifier invalid on the date.
  ['commercial', 'CO-182', 'denial coding correct-and-resubmit possible'],
  // Revenue and procedure code do not match.
  ['medicare-ffs', 'CO-199', 'denial coding correct-and-resubmit possible'],
  // Not a new patient.
  ['commercial', 'CO-B16', 'denial coding correct-and-resubmit possible'],
  // Add-on without its base code.
  ['commercial', 'CO-B15', 'denial bundling correct-and-resubmit possible'],
  // Included in another service: modifier or nothing.
  ['commercial', 'CO-97', 'denial bundling correct-and-resubmit possible', 'coding'],
  // Same with the usual remark.
  ['medicare-ffs', 'CO-97 M15', 'denial bundling correct-and-resubmit possible'],
  // Global surgery.
  ['commercial', 'CO-97 N525', 'denial bundling correct-and-resubmit possible'],
  // Consolidated billing: the facility pays.
  ['medicare-ffs', 'CO-97 N70', 'denial bundling bill-other-payer possible'],
  // Correct coding pair.
  ['medicare-ffs', 'CO-236', 'denial bundling correct-and-resubmit possible'],
  // Mutually exclusive.
  ['commercial', 'CO-231', 'denial bundling correct-and-resubmit possible'],
  // Never paid apart.
  ['commercial', 'CO-234 N20', 'denial bundling correct-and-resubmit possible'],
  // Never paid apart, no remark.
  ['medicare-ffs', 'CO-234', 'denial bundling write-off possible'],
  // 96 with a bundling remark is bundling, not an exclusion.
  ['commercial', 'CO-96 N20', 'denial bundling correct-and-resubmit possible'],
  // Three-day window.
  ['medicare-ffs', 'CO-60', 'denial bundling correct-and-resubmit possible'],
  // Units above the daily maximum.
  ['medicare-ffs', 'CO-151 N362', 'denial coding correct-and-resubmit yes', 'charge-entry'],
  // The same under the contract reason.
  ['medicaid', 'CO-222 N362', 'denial coding correct-and-resubmit yes'],
  // History contradicts.
  ['commercial', 'CO-261', 'denial coding correct-and-resubmit possible'],
  // A1 follows its remark.
  ['medicaid', 'CO-A1 N657', 'denial coding correct-and-resubmit possible'],
  // A1 without a remark says nothing.
  ['medicaid', 'CO-A1', 'denial other call-payer possible', 'undecided'],
  // Comp fee schedule does not know the code.
  ['workers-comp', 'CO-P7', 'denial coding correct-and-resubmit possible'],

  // --- records and need
  // Local coverage determination.
  ['medicare-ffs', 'CO-50 N115', 'denial medical-necessity appeal yes', 'clinical'],
  // Need, plain.
  ['commercial', 'CO-50', 'denial medical-necessity appeal yes'],
  // Peer-to-peer comes first: its window is days.
  ['commercial', 'CO-50 N939', 'denial medical-necessity call-payer yes'],
  // Need refused because the record was not there.
  ['commercial', 'CO-50 N706', 'denial documentation send-records yes'],
  // Advance notice defective: provider bears it, only the merits help.
  ['medicare-ffs', 'CO-50 M39', 'denial medical-necessity appeal yes'],
  // Experimental.
  ['commercial', 'CO-55', 'denial medical-necessity appeal yes'],
  // Review organisation.
  ['commercial', 'CO-216', 'denial medical-necessity appeal yes'],
  // Frequency: send records to a commercial plan.
  ['commercial', 'CO-151', 'denial medical-necessity send-records yes'],
  // Frequency: redetermination at Medicare.
  ['medicare-ffs', 'CO-151', 'denial medical-necessity appeal yes'],
  // Level of service: records.
  ['commercial', 'CO-150', 'denial documentation send-records yes'],
  // Attachment never came.
  ['commercial', 'CO-163', 'denial documentation send-records possible', 'clinical'],
  // Document needed.
  ['commercial', 'CO-252 N706', 'denial documentation send-records possible'],
  // Document incomplete.
  ['medicaid', 'CO-251 N237', 'denial documentation send-records possible'],
  // Medicare record request unanswered: records now, redetermination date still holds.
  ['medicare-ffs', 'CO-226 N706', 'denial documentation send-records yes'],
  // Patient must answer the plan.
  ['commercial', 'CO-227', 'denial documentation call-payer possible', 'front-desk'],
  // Diagnosis not covered, coverage determination named.
  ['medicare-ffs', 'CO-167 N115', 'denial medical-necessity appeal yes'],
  // Diagnosis not covered by the plan.
  ['commercial', 'CO-167', 'denial non-covered correct-and-resubmit possible', 'coding'],
  // Guidelines not met.
  ['commercial', 'CO-272', 'denial non-covered appeal yes'],
  // TRICARE: a non-participating provider cannot appeal.
  ['tricare', 'CO-50 N139', 'denial medical-necessity appeal no'],

  // --- benefits
  // Excluded but not the patient's: learn which exclusion.
  ['commercial', 'CO-96 N130', 'denial non-covered call-payer possible'],
  // Medicare statutory exclusion without GY.
  ['medicare-ffs', 'CO-96 N425', 'denial non-covered correct-and-resubmit possible'],
  // Not in the plan, provider bears it.
  ['commercial', 'CO-204', 'denial non-covered write-off possible'],
  // The same without saying who bears it: ask before billing or writing off.
  ['commercial', '204', 'denial non-covered call-payer possible'],
  // OA gives it to nobody.
  ['commercial', 'OA-204', 'denial non-covered call-payer possible'],
  // Benefit used up, provider bears it.
  ['commercial', 'CO-119', 'denial non-covered call-payer possible'],
  // Carrier still investigates.
  ['workers-comp', 'OA-P8', 'pending other wait-for-payer no'],
  // A code nobody knows.
  ['commercial', 'CO-999', 'denial other call-payer possible'],

  // --- further situations from contractors' lists of common denials
  // Late claim with the remark that says so: no appeal either way.
  ['medicare-ffs', 'CO-29 N211', 'denial timely-filing write-off no'],
  // Patient in a skilled nursing stay: the facility pays.
  ['medicare-ffs', 'CO-109 N538', 'denial bundling bill-other-payer possible'],
  // Another programme may cover (seen for managed care and stays).
  ['medicare-ffs', 'CO-109 N193', 'denial coordination-of-benefits bill-other-payer possible'],
  // Equipment billed to the wrong contractor.
  ['medicare-ffs', 'CO-109 N418', 'denial coordination-of-benefits bill-other-payer possible'],
  // Not Medicare's insured on that date.
  ['medicare-ffs', 'PR-31 N382', 'patient-share patient-data correct-and-resubmit possible'],
  // Duplicate with the remark that limits the appeal.
  ['medicare-ffs', 'OA-18 N111', 'denial duplicate call-payer possible'],
  // Medicare second: primary's data missing, unprocessable.
  ['medicare-ffs', 'CO-16 MA04 MA130', 'rejection coordination-of-benefits correct-and-resubmit no'],
  // Code to the highest specificity.
  ['medicare-ffs', 'CO-16 M81 MA130', 'rejection coding correct-and-resubmit no'],
  // Ordering provider's name does not match enrollment.
  ['medicare-ffs', 'CO-16 N264 N575', 'denial claim-data correct-and-resubmit possible', 'billing'],
  // Certificate of necessity missing.
  ['medicare-ffs', 'CO-16 M60', 'denial documentation send-records possible'],
  // Need refused because records did not come: contractors take medical review denials by redetermination only.
  ['medicare-ffs', 'CO-50 M127', 'denial documentation appeal yes'],
  // Same or similar equipment.
  ['medicare-ffs', 'CO-151 M3', 'denial duplicate appeal yes'],
  // Modifier combination.
  ['medicare-ffs', 'CO-4 N519', 'denial coding correct-and-resubmit possible'],
  // Place of service.
  ['medicare-ffs', 'CO-5 M77', 'denial coding correct-and-resubmit possible'],
  // Two remarks on one generic reason: the one about the claim decides, not the one that belongs to another code.
  ['commercial', 'CO-16 N20 N290', 'denial claim-data correct-and-resubmit possible'],
  // Rendering provider not eligible for the service.
  ['medicare-ffs', 'CO-185', 'denial provider-enrollment correct-and-resubmit possible'],
  // Provider not certified on the date, Medicare: enrollment first.
  ['medicare-ffs', 'CO-B7 N570', 'denial provider-enrollment correct-and-resubmit possible'],
  // Documents sent do not match the claim.
  ['commercial', 'CO-251 N206', 'denial documentation send-records possible'],
  // Nursing facility stay reason itself.
  ['medicare-ffs', 'CO-190', 'denial bundling bill-other-payer possible'],
  // Late request for approval.
  ['commercial', 'CO-210', 'denial prior-authorization appeal yes'],
  // Patient paid directly is no denial; equipment lifetime is non-covered for the patient.
  ['commercial', 'PR-149', 'patient-share non-covered bill-patient possible'],
  // Secondary follows the primary's refusal.
  ['commercial', 'CO-136', 'denial coordination-of-benefits appeal yes', 'billing'],
  // CLIA certificate does not cover the test.
  ['medicare-ffs', 'CO-B23', 'denial provider-enrollment correct-and-resubmit possible'],
  // Readmission review.
  ['medicare-advantage', 'CO-249', 'denial medical-necessity appeal yes'],
  // Level of care changed.
  ['medicare-advantage', 'CO-186', 'denial medical-necessity appeal yes'],
  // Liability carrier denies under the policy.
  ['workers-comp', 'CO-P21', 'denial non-covered appeal yes'],
  // Flare-up without papers.
  ['workers-comp', 'CO-P30', 'denial documentation send-records possible'],
  // Referral not authorised by the attending.
  ['workers-comp', 'CO-P17', 'denial prior-authorization appeal yes'],

  // --- and the rarer rows of the table
  // Remark says not eligible for this service: check coverage data.
  ['commercial', 'CO-16 N30', 'denial eligibility correct-and-resubmit possible', 'front-desk'],
  // Remark says sent to the wrong place.
  ['commercial', 'CO-16 N418', 'denial coordination-of-benefits bill-other-payer possible'],
  // Review organisation's approval missing.
  ['medicaid', 'CO-A1 N175', 'denial prior-authorization appeal yes', 'scheduling'],
  // A reviewer found it not supported.
  ['commercial', 'CO-96 N10', 'denial medical-necessity appeal yes'],
  // Judged against an earlier claim.
  ['medicaid', 'CO-A1 N702', 'denial duplicate call-payer possible'],
  // Odd pairs: the generic reason with a bundling, need, duplicate or benefit remark alone.
  ['commercial', 'CO-16 N20', 'denial bundling correct-and-resubmit possible'],
  ['commercial', 'CO-16 N10', 'denial medical-necessity appeal yes'],
  ['commercial', 'CO-16 N702', 'denial duplicate call-payer possible'],
  ['commercial', 'CO-16 N130', 'denial non-covered call-payer possible'],
  // Dependent unknown: the subscriber settles it with the plan.
  ['commercial', 'CO-33', 'denial eligibility call-payer possible'],
  // May not be collected from the patient, a later payer may be billed.
  ['commercial', 'OA-209', 'not-denied contractual bill-other-payer no'],
  // Appeal came too late.
  ['commercial', 'CO-286', 'denial timely-filing call-payer possible'],
  // Late-filing penalty: a cut, not a refusal.
  ['medicare-ffs', 'CO-B4', 'not-denied timely-filing write-off possible'],
  // "Do not resend."
  ['commercial', 'CO-18 N185', 'denial duplicate wait-for-payer possible'],
  // Litigation holds everything.
  ['workers-comp', 'OA-P10', 'pending other wait-for-payer no'],
  // Another provider was paid for it.
  ['commercial', 'CO-B20', 'denial duplicate appeal yes'],
  // Authorization does not fit the service billed.
  ['commercial', 'CO-284', 'denial prior-authorization correct-and-resubmit possible', 'billing'],
  // Type of provider at this facility type.
  ['commercial', 'CO-171', 'denial provider-enrollment correct-and-resubmit possible'],
  // Plan does not pay this kind of provider; patient's.
  ['commercial', 'PR-170', 'patient-share provider-enrollment bill-patient possible'],
  // Medicare, need, no policy named.
  ['medicare-ffs', 'CO-50', 'denial medical-necessity appeal yes'],
  // Coinsurance that the patient may not be charged (dual eligible): ask, then write off.
  ['medicaid', 'CO-2', 'not-denied patient-responsibility call-payer possible'],
  // Overpaid line compared to charge: bookkeeping.
  ['medicaid', 'OA-94', 'not-denied payment-adjustment none no'],
  // Routine exclusion that is not the patient's.
  ['commercial', 'CO-49', 'denial non-covered call-payer possible'],
  // Notice to the patient was not valid.
  ['medicare-ffs', 'CO-116', 'denial documentation write-off possible', 'front-desk'],
  // Hospital-acquired condition.
  ['medicare-ffs', 'CO-233', 'denial non-covered write-off possible', 'clinical'],
  // Settled comp case: from the patient's set-aside.
  ['workers-comp', 'PR-P3', 'patient-share patient-responsibility bill-patient no'],
  // Network discount in comp: check membership.
  ['workers-comp', 'CO-P25', 'not-denied contractual call-payer possible'],
  // Comp payment rule without a schedule.
  ['workers-comp', 'CO-P13', 'denial contractual appeal yes'],
  // Not certified to treat injured workers.
  ['workers-comp', 'CO-P16', 'denial provider-enrollment appeal yes'],

  // --- who may be billed is decided by law, not by the group alone
  // QMB patient: coinsurance is Medicaid's, never the patient's, although the group is PR.
  ['medicare-ffs', 'PR-2 N782', 'patient-share patient-responsibility bill-other-payer no'],
  // Patient has Medicaid: it comes before any statement.
  ['medicare-ffs', 'PR-1 N192', 'patient-share patient-responsibility bill-other-payer no'],
  // No Surprises Act price: open negotiation instead of posting.
  ['commercial', 'CO-45 N877', 'not-denied contractual call-payer possible'],
  // The same in group PR: the excess may not be billed to the patient.
  ['commercial', 'PR-45 N859', 'patient-share contractual call-payer possible'],
  // Wrong contractor, returned unprocessable: the right one gets it.
  ['medicare-ffs', 'OA-109 N104 MA130', 'rejection coordination-of-benefits bill-other-payer no'],
];
