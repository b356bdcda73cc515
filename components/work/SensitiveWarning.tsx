import { Notice } from '../ui/Notice.tsx';

/** Before a file about a case that is marked sensitive is saved. */
export function SensitiveWarning() {
  return <Notice tone="caution">It stays out of files unless somebody says so. Be sure that whoever gets it may have it: records of substance use treatment need the patient&apos;s consent (42 CFR part 2). The audit trail notes it.</Notice>;
}
