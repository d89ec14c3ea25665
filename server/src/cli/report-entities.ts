import type { OpenItem, OpenPlace } from '../engine/open-items.ts';
import type { Places } from './places.ts';

/** The things left to fill in as they stand in JSON: `speech` from 0, offsets and ranges as those of findings. */
export function showEntities(items: readonly OpenItem[], places: Places): readonly unknown[] {
  return items.flatMap(({ entity, speech, places: open }) => {
    if (!entity) return [];
    const { kind, label, several, value } = entity;
    return [
      {
        kind,
        label,
        speech,
        several,
        places: open.map((place) => showPlace(place, places)),
        ...(value
          ? {
              value: {
                text: value.text,
                how: value.how,
                range: places.range(value.span),
                offset: value.span,
              },
            }
          : {}),
      },
    ];
  });
}

function showPlace({ span, text, fill }: OpenPlace, places: Places): unknown {
  const from = fill?.from === undefined ? {} : { from: { path: fill.from, offset: fill.span } };
  return { text, range: places.range(span), offset: span, ...(fill ? { fill: fill.text, ...from } : {}) };
}
