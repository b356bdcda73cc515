/**
 * The same work, done once for each text: a page says most things more than once, each is asked several times, and again at every look
 * at the page. Of two halves the older one is let go when the newer is full, so that a page with more texts than there is room for does
 * not throw everything away over and over.
 *
 * @param most texts in each half
 */
export function remembering<T>(work: (text: string) => T, most = 4000): (text: string) => T {
  let fresh = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    let result = fresh.get(text);
    if (result !== undefined) return result;
    result = old.get(text);
    if (result === undefined) result = work(text);
    if (fresh.size >= most) {
      old = fresh;
      fresh = new Map();
    }
    fresh.set(text, result);
    return result;
  };
}
