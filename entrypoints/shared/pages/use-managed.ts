import { useEffect, useState } from 'react';
import type { ReadPolicy } from '../../../rules/policy/read-policy.ts';
import { onManagedChange, readManaged } from '../managed-policy.ts';

/** What the organization set, followed while the page is open; null until the browser has answered. */
export function useManaged(): ReadPolicy | null {
  const [managed, setManaged] = useState<ReadPolicy | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = () => void readManaged().then((read) => { if (isHere) setManaged(read); });
    ask();
    const stop = onManagedChange(ask);
    return () => {
      isHere = false;
      stop();
    };
  }, []);
  return managed;
}
