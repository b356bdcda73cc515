import { useState } from 'react';

const KEY = 'single-keys';

/** Whether single letters act: a choice of this computer, because it hangs on hands and dictation, not on the practice. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(KEY) !== 'off');
  return [isOn, (on) => {
    localStorage.setItem(KEY, on ? 'on' : 'off');
    setOn(on);
  }];
}
