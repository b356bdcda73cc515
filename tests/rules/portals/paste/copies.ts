/**
 * What a browser puts on the clipboard from pages made like real portals; the people and numbers are invented, the truth is written by hand.
 * Rows are copied as cells with tabs, paragraphs with blank lines between, `div` pairs as a label line and a value line.
 */
export type Copy = {
  name: string; text: string; kind: string;
  /** All that each claim says; whatever is read beyond it is wrong. Dates ISO, money in cents. */
  claims: Record<string, unknown>[];
  /** Fields that must be found, of each claim; the rest may stay silent. */
  sure: readonly string[];
};

const lines = (...text: string[]): string => text.join('\n');

export const COPIES: readonly Copy[] = [
  {
    name: 'Noridian Part B: label lines and value lines, menu run together', kind: 'claim-detail',
    text: lines(
      'HomeEligibilityClaimsAppealsRemittance AdviceSign Out', 'Welcome, POLLY HARTE', 'Claim Status Details', '', 'Beneficiary', 'Beneficiary Name', 'BRANDVOLD, INGA', 'Medicare Number', '1EG4-TE5-MK73', 'Date of Birth', '03/14/1951', '',
      'Claim', 'ICN', '1126097004410', 'Claim Status', 'Denied', 'Date(s) of Service', '04/07/2026 - 04/07/2026', 'Billed Amount', '$215.00', 'Paid Amount', '$0.00', 'Date Received', '04/09/2026', 'Finalized Date', '04/29/2026', 'Check/EFT Number', '--', '',
      'Claim Lines', 'Line\tDate of Service\tProcedure\tModifier\tUnits\tBilled\tAllowed\tPaid\tReason/Remark Codes', '1\t04/07/2026\t99214\t25\t1\t$215.00\t$0.00\t$0.00\tCO-50 N115', '', 'Contact Us', 'Privacy',
    ),
    claims: [{ claimControlNumber: '1126097004410', patientName: 'BRANDVOLD, INGA', memberId: '1EG4-TE5-MK73', status: 'denied', serviceFrom: '2026-04-07', serviceTo: '2026-04-07', charge: 21500, paid: 0, receivedOn: '2026-04-09', finalizedOn: '2026-04-29' }],
    sure: ['claimControlNumber', 'patientName', 'memberId', 'status', 'serviceFrom', 'charge', 'paid', 'receivedOn', 'finalizedOn'],
  },
  {
    name: 'NGSConnex: shadow roots, colons, blank line between every piece', kind: 'claim-detail',
    text: lines('Claim Summary', '', 'Claim Number:', '', '26122004411800', '', 'Status:', '', 'Finalized - Denied', '', 'Beneficiary Name:', '', 'TEAGUE, ORRIN L', '', 'MBI:', '', '1EG4TE5MK73', '', 'From DOS:', '', '03/02/2026', '', 'To DOS:', '', '03/04/2026', '', 'Total Charges:', '', '$1,840.25', '', 'Total Paid:', '', '$0.00', '', 'Patient Account Number:', '', 'TEA-55102', '', 'Receipt Date:', '', '03/11/2026'),
    claims: [{ claimControlNumber: '26122004411800', status: 'denied', patientName: 'TEAGUE, ORRIN L', memberId: '1EG4TE5MK73', serviceFrom: '2026-03-02', serviceTo: '2026-03-04', charge: 184025, paid: 0, patientControlNumber: 'TEA-55102', receivedOn: '2026-03-11' }],
    sure: ['claimControlNumber', 'status', 'patientName', 'memberId', 'serviceFrom', 'serviceTo', 'charge', 'paid', 'patientControlNumber'],
  },
  {
    name: 'SPOT: four columns of labels and values', kind: 'claim-detail',
    text: lines('Claim Status Inquiry Results', 'ICN\t0926101002210\tMedicare ID\t1EG4-TE5-MK73', 'Patient Name\tVANCE, PHILIPPA\tPatient Control Number\tPV 8812', 'DOS From\t04/01/2026\tDOS To\t04/01/2026', 'Billed Amount\t$340.00\tPaid Amount\t$212.18', 'Claim Status\tPaid\tProcess Date\t04/20/2026', 'Check Number\t889103377\tCheck Date\t04/22/2026', 'Provider Name\tBAYFRONT CARDIOLOGY PA\tNPI\t1093817465'),
    claims: [{ claimControlNumber: '0926101002210', memberId: '1EG4-TE5-MK73', patientName: 'VANCE, PHILIPPA', patientControlNumber: 'PV 8812', serviceFrom: '2026-04-01', serviceTo: '2026-04-01', charge: 34000, paid: 21218, status: 'paid', finalizedOn: '2026-04-20', paymentNumber: '889103377', paymentOn: '2026-04-22' }],
    sure: ['claimControlNumber', 'memberId', 'patientName', 'serviceFrom', 'serviceTo', 'charge', 'paid', 'status', 'finalizedOn', 'paymentNumber', 'paymentOn'],
  },
  {
    name: 'TMHP: server tables, EOB codes of the payer', kind: 'claim-detail',
    text: lines('Claim Status Inquiry Detail', 'ICN:\t200120260970044100\t\tClient Name:\tQUIROGA, ABEL', 'Client Number:\t521904477\t\tPatient Account #:\tQ-7731', 'From DOS:\t02/10/2026\t\tTo DOS:\t02/10/2026', 'Billed Amount:\t$96.00\t\tPaid Amount:\t$0.00', 'Claim Status:\tDenied\t\tR&S Date:\t03/06/2026', '', 'Details', 'Detail #\tProcedure\tUnits\tBilled\tAllowed\tPaid\tEOB Codes', '1\t99213\t1\t$96.00\t$0.00\t$0.00\t00164'),
    claims: [{ claimControlNumber: '200120260970044100', patientName: 'QUIROGA, ABEL', memberId: '521904477', patientControlNumber: 'Q-7731', serviceFrom: '2026-02-10', serviceTo: '2026-02-10', charge: 9600, paid: 0, status: 'denied', remittanceOn: '2026-03-06' }],
    sure: ['claimControlNumber', 'patientName', 'memberId', 'serviceFrom', 'charge', 'paid', 'status'],
  },
  {
    name: 'multi-payer detail: paragraphs, empty marks', kind: 'claim-detail',
    text: lines('Claim Status Details', '', 'Payer', '', 'Meridian Valley Health Plan', '', 'Patient Name', '', 'SOLBERG, KAI', '', 'Member ID', '', 'MVH883120417', '', 'Patient Account Number', '', '--', '', 'Claim Number', '', 'E26H0041177', '', 'Claim Status', '', 'Finalized/Denied', '', 'Service Dates', '', '01/15/2026 - 01/16/2026', '', 'Billed Amount', '', '$4,410.00', '', 'Paid Amount', '', '$0.00', '', 'Check Number', '', '--', '', 'Check Date', '', '--'),
    claims: [{ patientName: 'SOLBERG, KAI', memberId: 'MVH883120417', claimControlNumber: 'E26H0041177', status: 'denied', serviceFrom: '2026-01-15', serviceTo: '2026-01-16', charge: 441000, paid: 0 }],
    sure: ['patientName', 'memberId', 'claimControlNumber', 'status', 'serviceFrom', 'serviceTo', 'charge', 'paid'],
  },
  {
    name: 'result grid', kind: 'claim-list',
    text: lines('Claims', '1-3 of 57', 'Claim Number\tPatient Name\tDate of Service\tBilled Amount\tPaid Amount\tStatus', '26H0041177\tSOLBERG, KAI\t01/15/2026\t$410.00\t$0.00\tDenied', '26H0041178\tDRAPER, NELL\t01/16/2026\t$96.00\t$71.20\tPaid', '26H0041179\tIBARRA, COLE\t01/17/2026\t$120.00\t\tIn Process', 'Rows per page: 25'),
    claims: [
      { claimControlNumber: '26H0041177', patientName: 'SOLBERG, KAI', serviceFrom: '2026-01-15', serviceTo: '2026-01-15', charge: 41000, paid: 0, status: 'denied' },
      { claimControlNumber: '26H0041178', patientName: 'DRAPER, NELL', serviceFrom: '2026-01-16', serviceTo: '2026-01-16', charge: 9600, paid: 7120, status: 'paid' },
      { claimControlNumber: '26H0041179', patientName: 'IBARRA, COLE', serviceFrom: '2026-01-17', serviceTo: '2026-01-17', charge: 12000, status: 'pending' },
    ],
    sure: ['claimControlNumber', 'patientName', 'serviceFrom', 'charge', 'status'],
  },
  {
    name: 'result grid with two dates in a cell, broken over lines', kind: 'claim-list',
    text: lines('Search Results', '\tClaim #\tMember\tService Dates\tCharges\tPaid\tStatus\t', '\t7710045521\tPETTIT, RHODA\t02/03/2026\n02/05/2026\t$2,200.00\t$0.00\tDenied\tView', '\t7710045533\tAMUNDSEN, LARS\t02/09/2026\n02/09/2026\t$180.00\t$133.05\tPaid\tView'),
    claims: [
      { claimControlNumber: '7710045521', patientName: 'PETTIT, RHODA', serviceFrom: '2026-02-03', serviceTo: '2026-02-05', charge: 220000, paid: 0, status: 'denied' },
      { claimControlNumber: '7710045533', patientName: 'AMUNDSEN, LARS', serviceFrom: '2026-02-09', serviceTo: '2026-02-09', charge: 18000, paid: 13305, status: 'paid' },
    ],
    sure: ['claimControlNumber', 'patientName', 'serviceFrom', 'charge', 'paid', 'status'],
  },
  {
    name: 'Part A: status and location, FISS reason code', kind: 'claim-detail',
    text: lines('Part A Claim Inquiry', 'DCN\t22609700441104NYA', 'MID\t1EG4TE5MK73', 'Patient Name\tKOVALENKO, DARIA', 'Status/Location\tD B9997', 'Statement From\t02/01/2026', 'Statement Thru\t02/04/2026', 'Total Charges\t$18,204.00', 'Provider Payment\t$0.00', 'Reason Code\t38119', 'Receipt Date\t02/20/2026'),
    claims: [{ claimControlNumber: '22609700441104NYA', memberId: '1EG4TE5MK73', patientName: 'KOVALENKO, DARIA', status: 'denied', serviceFrom: '2026-02-01', serviceTo: '2026-02-04', charge: 1820400, paid: 0, receivedOn: '2026-02-20' }],
    sure: ['claimControlNumber', 'patientName', 'status', 'serviceFrom', 'serviceTo', 'charge'],
  },
  {
    name: 'large payer: codes below, ligature icons in the text', kind: 'claim-detail',
    text: lines('keyboard_arrow_down', 'Claim overview', 'Claim number', 'FB44120873', 'Member name', 'ROURKE, TESS', 'Member ID', '00912774410', 'Date of service', '12/29/2025', 'Total billed', '$1,125.00', 'Plan paid', '$0.00', 'Patient responsibility', '$0.00', 'Claim status', 'Denied', 'Date processed', '01/12/2026', '', 'Claim lines', 'Line\tProcedure code\tBilled\tAllowed\tPaid\tGroup code\tReason code\tRemark code', '1\t97110\t$562.50\t$0.00\t$0.00\tCO\t197\tN54', '2\t97140\t$562.50\t$0.00\t$0.00\tCO\t197\tN54'),
    claims: [{ claimControlNumber: 'FB44120873', patientName: 'ROURKE, TESS', memberId: '00912774410', serviceFrom: '2025-12-29', serviceTo: '2025-12-29', charge: 112500, paid: 0, patientResponsibility: 0, status: 'denied', finalizedOn: '2026-01-12' }],
    sure: ['claimControlNumber', 'patientName', 'memberId', 'serviceFrom', 'charge', 'paid', 'patientResponsibility', 'status', 'finalizedOn'],
  },
  {
    name: 'tiles with the amount above its name', kind: 'claim-detail',
    text: lines('Claim # 88120045177', '$742.10', 'Billed', '$388.00', 'Allowed', '$0.00', 'Paid', '', 'Patient Name', 'HOLLIS, VERA', 'Claim Status', 'Denied', 'Service Date', '05/06/2026'),
    claims: [{ claimControlNumber: '88120045177', charge: 74210, allowed: 38800, paid: 0, patientName: 'HOLLIS, VERA', status: 'denied', serviceFrom: '2026-05-06', serviceTo: '2026-05-06' }],
    sure: ['patientName', 'status', 'serviceFrom', 'charge', 'paid'],
  },
  {
    name: 'div grid: all labels, then all values', kind: 'claim-detail',
    text: lines('Claim Summary', 'Claim Number', 'Patient Name', 'Billed Amount', 'Paid Amount', 'Claim Status', '4410087721', 'EASTMAN, COY', '$510.00', '$0.00', 'Denied'),
    claims: [{ claimControlNumber: '4410087721', patientName: 'EASTMAN, COY', charge: 51000, paid: 0, status: 'denied' }],
    sure: ['claimControlNumber', 'patientName', 'charge', 'paid', 'status'],
  },
  {
    name: 'several claims, each beginning with its patient', kind: 'claim-list',
    text: lines('Recent decisions on claims', 'Patient: FAIRBANK, ODILE', 'Claim Number: 5512204410', 'Billed: $300.00', 'Paid: $0.00', 'Status: Denied', '', 'Patient: GRANT, MILES', 'Claim Number: 5512204411', 'Billed: $85.00', 'Paid: $61.44', 'Status: Paid', '', 'Patient: HUANG, IRENE', 'Claim Number: 5512204412', 'Billed: $90.00', 'Paid: $0.00', 'Status: Denied'),
    claims: [
      { claimControlNumber: '5512204410', patientName: 'FAIRBANK, ODILE', charge: 30000, paid: 0, status: 'denied' },
      { claimControlNumber: '5512204411', patientName: 'GRANT, MILES', charge: 8500, paid: 6144, status: 'paid' },
      { claimControlNumber: '5512204412', patientName: 'HUANG, IRENE', charge: 9000, paid: 0, status: 'denied' },
    ],
    sure: ['claimControlNumber', 'charge', 'paid', 'status'],
  },
  {
    name: 'EOB letter: several pairs in a line, columns of blanks', kind: 'claim-detail',
    text: lines('EXPLANATION OF BENEFITS', 'THIS IS NOT A BILL', 'Patient Name: MARCHETTI, LEO   Claim Number: 26110447120   Member ID: W88120447', 'Date of Service: 04/14/2026   Patient Account #: LM-2207', '', 'Procedure Code    Billed Amount    Allowed Amount    Paid Amount    Reason Code', '99203             $260.00          $0.00             $0.00          CO-197', '', 'Claim Status: Denied', 'If you disagree with this decision you may appeal within 180 days.'),
    claims: [{ patientName: 'MARCHETTI, LEO', claimControlNumber: '26110447120', memberId: 'W88120447', serviceFrom: '2026-04-14', serviceTo: '2026-04-14', patientControlNumber: 'LM-2207', status: 'denied', charge: 26000, paid: 0, allowed: 0 }],
    sure: ['patientName', 'claimControlNumber', 'memberId', 'serviceFrom', 'status'],
  },
  {
    name: 'subscriber beside patient, check amount beside paid', kind: 'claim-detail',
    text: lines('Claim Details', 'Subscriber Name', 'WINSLOW, GARTH', 'Patient Name', 'WINSLOW, PIA', 'Claim Number', '3388120447', 'Original Claim Number', '3388120001', 'Billed', '$640.00', 'Paid', '$410.00', 'Check Amount', '$9,113.54', 'Check Number', '00712204', 'Check Date', '03/19/2026', 'Status', 'Paid'),
    claims: [{ patientName: 'WINSLOW, PIA', claimControlNumber: '3388120447', charge: 64000, paid: 41000, paymentNumber: '00712204', paymentOn: '2026-03-19', status: 'paid' }],
    sure: ['patientName', 'claimControlNumber', 'charge', 'paid', 'status', 'paymentNumber'],
  },
  {
    name: 'values missing: no label takes its neighbour\'s value', kind: 'claim-detail',
    text: lines('Claim Details', 'Claim Number', '6610447129', 'Patient Name', 'Member ID', 'Billed Amount', '$75.00', 'Paid Amount', 'Check Number', 'Check Date', 'Claim Status', 'Pending', 'Received Date', '05/02/2026'),
    claims: [{ claimControlNumber: '6610447129', charge: 7500, status: 'pending', receivedOn: '2026-05-02' }],
    sure: ['claimControlNumber', 'charge', 'status', 'receivedOn'],
  },
  {
    name: 'amounts at both ends: nobody can tell', kind: 'claim-detail',
    text: lines('Claim Number', '6610447130', 'Claim Status', 'Denied', 'Patient Name', 'ASHBY, RUTH', 'Service Date', '02/02/2026', 'Summary of claim', '$75.00', 'Billed Amount', '$60.00', 'Allowed Amount', '$0.00', 'Paid Amount', '$15.00'),
    claims: [{ claimControlNumber: '6610447130', status: 'denied', patientName: 'ASHBY, RUTH', serviceFrom: '2026-02-02', serviceTo: '2026-02-02' }],
    sure: ['claimControlNumber', 'status', 'patientName'],
  },
  {
    name: 'rejection at a clearinghouse', kind: 'claim-detail',
    text: lines('Claim rejection detail', 'Claim ID\t8820441907', 'Patient Name\tBEECHAM, ROY', 'Patient Control Number\tRB4410', 'Charge Amount\t$130.00', 'Status\tRejected by Payer', 'Service Date\t03/03/2026'),
    claims: [{ claimControlNumber: '8820441907', patientName: 'BEECHAM, ROY', patientControlNumber: 'RB4410', charge: 13000, status: 'rejected', serviceFrom: '2026-03-03', serviceTo: '2026-03-03' }],
    sure: ['patientName', 'charge', 'status'],
  },
  {
    name: 'claim number in a heading line, decided by amounts', kind: 'claim-detail',
    text: lines('Claim # 7719004412', 'Finalized', 'Patient', 'ORTEGA, LUZ', 'Service date', '04/01/2026', 'Claim status', 'Processed', 'Amount billed', '$400.00', 'Amount paid', '$0.00', 'Date processed', '04/18/2026', 'Reason codes', 'CO-16', 'Remark codes', 'MA130'),
    claims: [{ claimControlNumber: '7719004412', patientName: 'ORTEGA, LUZ', serviceFrom: '2026-04-01', serviceTo: '2026-04-01', status: 'denied', charge: 40000, paid: 0, finalizedOn: '2026-04-18' }],
    sure: ['claimControlNumber', 'patientName', 'charge', 'paid', 'status', 'finalizedOn'],
  },
  {
    name: 'bidirectional controls and markup in the values', kind: 'claim-detail',
    text: lines('Claim Details', 'Claim Number', '\u202e5510447182\u202c', 'Patient Name', '<img src=x onerror=alert(1)> DOE', 'Member ID', '\u200bK7710\u200b04412', 'Billed Amount', '=HYPERLINK("x")', 'Claim Status', 'Denied', 'Paid Amount', '$0.00', 'Service Date', '04/01/2026'),
    claims: [{ claimControlNumber: '5510447182', memberId: 'K771004412', status: 'denied', paid: 0, serviceFrom: '2026-04-01', serviceTo: '2026-04-01' }],
    sure: ['claimControlNumber', 'status', 'paid'],
  },
  {
    name: 'Windows line ends, no-break spaces', kind: 'claim-detail',
    text: ['Claim Details', 'Claim\u00a0Number:\t9910447181', 'Patient\u00a0Name:\tLOMAX, TILDA', 'Billed\u00a0Amount:\t$\u00a01,204.50', 'Paid\u00a0Amount:\t$0.00', 'Claim Status:\tDenied'].join('\r\n'),
    claims: [{ claimControlNumber: '9910447181', patientName: 'LOMAX, TILDA', charge: 120450, paid: 0, status: 'denied' }],
    sure: ['claimControlNumber', 'patientName', 'charge', 'paid', 'status'],
  },
  { name: 'dashboard with counters', kind: 'none', text: lines('Welcome back', 'Claims', '12 denied', '44 pending', 'Claim Status', 'Denied', '12', 'Notifications', 'Reference # 88120441', 'Quick search', 'Claim Number', 'Go'), claims: [], sure: [] },
  { name: 'eligibility result', kind: 'none', text: lines('Eligibility and Benefits', 'Patient Name', 'SOLBERG, KAI', 'Member ID', 'MVH883120417', 'Coverage Status', 'Active', 'Effective Date', '01/01/2026', 'Deductible', '$1,500.00', 'Transaction ID', '88120447120'), claims: [], sure: [] },
  { name: 'sign-in page', kind: 'none', text: lines('Your session has timed out', 'Sign in to check claim status', 'User ID', 'Password', 'Sign In', 'Forgot user ID?'), claims: [], sure: [] },
  { name: 'help text with a sample', kind: 'none', text: lines('Where to find your claim number', 'Example', 'Claim Number: 1234567890', 'A denied claim shows the status Denied in red.', 'Billed Amount: $100.00'), claims: [], sure: [] },
  { name: 'search form with typed values', kind: 'none', text: lines('Claim Search', 'Member ID', 'Date of Service From', '04/07/2026', 'Date of Service To', '04/09/2026', 'Search', 'Clear'), claims: [], sure: [] },
  { name: 'no result', kind: 'none', text: lines('Claim Status', 'The payer could not find any results for this claim.', 'Claim Number', '8820441907', 'New search'), claims: [], sure: [] },
  { name: 'authorization list', kind: 'none', text: lines('Authorizations', 'Authorization Number\tPatient Name\tService\tStatus\tRequested', 'A-5510447\tSOLBERG, KAI\tMRI\tDenied\t04/01/2026'), claims: [], sure: [] },
  { name: 'a colleague\'s mail', kind: 'none', text: lines('Hi, could you look at the denied claim of last week?', 'The payer says CO-197, patient account 8812, billed $215.00.', 'Thanks'), claims: [], sure: [] },
];
