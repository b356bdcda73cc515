import { useEffect, useState } from 'react';

type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Whether the portal page lays something over the framed card, or makes it see-through, to steal a press.
 * Only Chromium can tell (IntersectionObserver v2); elsewhere, and outside a frame, it is never said to be covered.
 */
export function useIsCovered(): boolean {
  const [isCovered, setCovered] = useState(false);
  useEffect(() => {
    if (window.top === window) return undefined;
    const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = { threshold: [0, 0.5, 0.9], trackVisibility: true, delay: 150 };
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1) as VisibilityEntry | undefined;
      setCovered(entry?.isVisible === false);
    }, options);
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
  return isCovered;
}
