/** Slope of the line of least squares through the logarithms: 1 is cost in proportion to length. */
export function exponent(points: readonly (readonly number[])[]): number;
