/** Natural logarithm of n!, by Stirling's series with enough terms for the places wanted here; small ones are summed. */
function logFactorial(n: number): number {
  if (n < 20) {
    let sum = 0;
    for (let at = 2; at <= n; at += 1) sum += Math.log(at);
    return sum;
  }
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3);
}

/** The chance of `hits` or more of `n`, each with chance `p`. */
export function binomialUpper(hits: number, n: number, p: number): number {
  if (hits <= 0) return 1;
  if (hits > n || p <= 0) return 0;
  if (p >= 1) return 1;
  let sum = 0;
  for (let at = hits; at <= n; at += 1) {
    const term = Math.exp(logFactorial(n) - logFactorial(at) - logFactorial(n - at) + at * Math.log(p) + (n - at) * Math.log1p(-p));
    sum += term;
    if (term < sum * 1e-12) break;
  }
  return Math.min(1, sum);
}

/** The chance of `hits` or fewer of `n`. */
export function binomialLower(hits: number, n: number, p: number): number {
  return hits >= n ? 1 : 1 - binomialUpper(hits + 1, n, p);
}

/**
 * Which of many findings stand when of those that do at most a share `q` may be false (Benjamini and Hochberg 1995; valid
 * under positive dependence, as of counts that contain one another: Benjamini and Yekutieli 2001).
 */
export function discoveries(chances: readonly number[], q: number): boolean[] {
  const order = chances.map((chance, at) => ({ chance, at })).sort((one, other) => one.chance - other.chance);
  let last = -1;
  order.forEach(({ chance }, rank) => { if (chance <= ((rank + 1) / chances.length) * q) last = rank; });
  const found = chances.map(() => false);
  order.slice(0, last + 1).forEach(({ at }) => { found[at] = true; });
  return found;
}
