/** How each fact of a kind is read: from the other facts, and from what the maker of the facts has at hand. */
export type Readers<Facts, Given> = {
  readonly [Name in Exclude<keyof Facts, keyof Given>]: (facts: Facts & Given) => Facts[Name];
};

/** Makes facts from what is given; each is read when it is first asked for, and remembered. */
export function lazyFacts<Facts, Given extends object>(
  readers: Readers<Facts, Given>,
): (given: Given) => Facts {
  const prototype = {};
  const names = Object.keys(readers) as (keyof typeof readers & string)[];
  names.forEach((name, index) => {
    Object.defineProperty(prototype, name, {
      get(this: Facts & Given & { readonly known: unknown[] }) {
        const { known } = this;
        known[index] ??= readers[name](this);
        return known[index];
      },
    });
  });
  return (given) =>
    Object.assign(Object.create(prototype) as object, given, {
      known: new Array<unknown>(names.length).fill(undefined),
    }) as unknown as Facts & Given;
}
