/**
 * The exact test of McNemar: were the cases that changed their verdict as likely to get better as to get worse? The
 * smaller of two counts is held against a binomial of ½ (Q. McNemar, Psychometrika 12, 1947; exact form: Fay, Two-sided
 * Exact Tests and Matching Confidence Intervals for Discrete Data, R Journal 2, 2010). Two-sided p; 1 when nothing changed.
 */
export function mcnemarTest(better: number, worse: number): number {
  return Math.min(1, 2 * tailOfHalves(Math.min(better, worse), better + worse));
}

/** One-sided: how likely at least so many of the changes were for the worse, if they were as likely for the better. */
export function mcnemarWorse(better: number, worse: number): number {
  return tailOfHalves(better, better + worse);
}

/** P(X ≤ k) for X of n fair coins. */
function tailOfHalves(k: number, n: number): number {
  // 2⁻ⁿ alone is no number any more for n over 1,074: then in logarithms, which round a little.
  const inLogarithms = n > 1000;
  let term = inLogarithms ? -n * Math.LN2 : 2 ** -n;
  let sum = inLogarithms ? Math.exp(term) : term;
  for (let i = 1; i <= k; i++) {
    if (inLogarithms) term += Math.log((n - i + 1) / i);
    else term *= (n - i + 1) / i;
    sum += inLogarithms ? Math.exp(term) : term;
  }
  return Math.min(1, sum);
}
