import type { RuleOptions, RuleSettings } from '../engine/types.ts';
import type { Segmenter } from '../words/segmenters.ts';

/** Makes settings one object where they are equal and words are cut alike; remembers how they are cut. */
export interface Sharing {
  readonly share: (settings: RuleSettings, segmenter: Segmenter) => RuleSettings;
  readonly segmenterOf: (settings: RuleSettings) => Segmenter | undefined;
  /** Lets go of what has not been shared since the last call: of settings that changed, tables of thousands of lines. */
  readonly age: () => void;
}

/** What was shared since `age` was called last. */
interface Generation {
  readonly settings: WeakMap<Segmenter, Map<string, RuleSettings>>;
  readonly options: Map<string, RuleOptions>;
}

/**
 * Equal settings become one object, and equal options of a rule too: what the engine remembers of a
 * paragraph is kept by these objects.
 */
export function createSharing(): Sharing {
  let young = emptyGeneration();
  let old = emptyGeneration();
  const segmenters = new WeakMap<RuleSettings, Segmenter>();

  const shareOptions = (id: string, own: RuleOptions): RuleOptions => {
    const key = JSON.stringify([id, own]);
    const same = young.options.get(key) ?? old.options.get(key) ?? own;
    young.options.set(key, same);
    return same;
  };
  const shareAll = (settings: RuleSettings): RuleSettings =>
    Object.fromEntries(
      Object.entries(settings).map(([id, { level, options }]) => [
        id,
        { level, options: shareOptions(id, options) },
      ]),
    );

  return {
    segmenterOf: (settings) => segmenters.get(settings),
    share(settings, segmenter) {
      const shared = young.settings.get(segmenter) ?? new Map<string, RuleSettings>();
      young.settings.set(segmenter, shared);
      const key = JSON.stringify(settings);
      const known = shared.get(key);
      if (known) return known;
      const fresh = shareAll(settings);
      const same = old.settings.get(segmenter)?.get(key) ?? fresh;
      shared.set(key, same);
      segmenters.set(same, segmenter);
      return same;
    },
    age() {
      old = young;
      young = emptyGeneration();
    },
  };
}

function emptyGeneration(): Generation {
  return { settings: new WeakMap(), options: new Map() };
}
