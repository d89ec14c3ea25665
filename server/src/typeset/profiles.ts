import { completeProfile, joinWishes, type Profile, type ProfileWishes } from './profile.ts';
import gb9704 from './profiles/gb9704.json';
import reading from './profiles/reading.json';

/** The profiles that come with the program. */
export const PROFILE_NAMES = ['gb9704', 'reading'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** What they say, as files of the same kind would; checked against the schema by the tests. */
export const PROFILES = { gb9704, reading } as Readonly<Record<ProfileName, ProfileWishes>>;

/** A profile that comes with the program. */
export function builtInProfile(name: ProfileName): Profile {
  return profileFrom(PROFILES[name]);
}

/** Wishes on top of the profile that they extend; `gb9704` where they name none. */
export function profileFrom(wishes: ProfileWishes): Profile {
  return completeProfile(withBases(wishes));
}

function withBases(wishes: ProfileWishes): ProfileWishes {
  const base = wishes.extends ?? (wishes === PROFILES.gb9704 ? undefined : 'gb9704');
  return base === undefined ? wishes : joinWishes(withBases(PROFILES[base]), wishes);
}
