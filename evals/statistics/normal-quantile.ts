// Numerators and denominators of Wichura's rational approximations, the constant term last.
const middle = {
  over: [2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665],
  under: [5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579, 42.31333070160091, 1],
}; // biome-ignore format: a table
const tail = {
  over: [0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835],
  under: [1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038, 2.053191626637759, 1],
}; // biome-ignore format: a table

/**
 * The value below which a standard normal variable stays with probability `p`; 1.96 for 0.975. By M. J. Wichura: Algorithm
 * AS 241, The Percentage Points of the Normal Distribution, Applied Statistics 37 (1988), accurate to about 1e-16.
 *
 * @param p between 1e-10 and 1 − 1e-10: nobody asks an eval for more, and the third approximation is left out
 */
export function normalQuantile(p: number): number {
  if (!(p >= 1e-10 && p <= 1 - 1e-10)) throw new RangeError(`no normal quantile is computed for ${p}`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(middle, 0.180625 - q * q);
  return Math.sign(q) * ratio(tail, Math.sqrt(-Math.log(Math.min(p, 1 - p))) - 1.6);
}

const ratio = ({ over, under }: typeof middle, r: number) => polynomial(over, r) / polynomial(under, r);

const polynomial = (terms: readonly number[], r: number) => terms.reduce((sum, term) => sum * r + term, 0);
