/** An exact decimal number: `units` / 10^`places`. */
export interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/** No figure of a speech has so many digits after the point; a quotient that needs more has no end. */
const MOST_PLACES = 12;

/** A number as JavaScript writes it, `-1.5` or `1e-7`, without what floating point adds to sums. */
export function decimalOf(value: number): Decimal {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const places = fraction.length - Number(exponent);
  const units = BigInt(`${sign}${whole}${fraction}`);
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, places: a.places + b.places };
}

export function negated({ units, places }: Decimal): Decimal {
  return { units: -units, places };
}

export function areEqual(a: Decimal, b: Decimal): boolean {
  return a.units * 10n ** BigInt(b.places) === b.units * 10n ** BigInt(a.places);
}

/** The exact quotient; undefined where it has no end: 100 / 15. */
export function dividedBy(a: Decimal, b: Decimal): Decimal | undefined {
  const over = a.units * 10n ** BigInt(b.places);
  const under = b.units * 10n ** BigInt(a.places);
  if (under === 0n) return undefined;
  for (let places = 0; places <= MOST_PLACES; places++) {
    const raised = over * 10n ** BigInt(places);
    if (raised % under === 0n) return { units: raised / under, places };
  }
  return undefined;
}

/** `1300`, `-0.5`, `8.0` where `least` digits after the point are wanted. */
export function plainDigits({ units, places }: Decimal, least = 0): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits
    .slice(digits.length - places)
    .replace(/(?<!0)0+$/, '')
    .padEnd(least, '0');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
