import path from 'node:path';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { describe, show } from '../config/describe.ts';
import { suggestion } from '../config/nearest.ts';
import type { ConfigNode, SyntaxMistake } from '../config/node.ts';
import { parseJson } from '../config/parse-json.ts';
import { parseYaml } from '../config/parse-yaml.ts';
import { type ConfigProblem, problemAt } from '../config/problem.ts';
import { readConfigText } from '../config/read.ts';
import { type Profile, ProfileSchema, type ProfileWishes } from './profile.ts';
import { builtInProfile, PROFILE_NAMES, type ProfileName, profileFrom } from './profiles.ts';

/** A profile, or why there is none: a Chinese sentence, or the mistakes of the file with their places. */
export type FoundProfile =
  | { readonly profile: Profile }
  | { readonly failure: string }
  | { readonly problems: readonly ConfigProblem[] };

/** The profile of a name that comes with the program, or of a file by its full path; `written` is what the user said. */
export function findProfile(written: string, resolve: (written: string) => string): FoundProfile {
  if ((PROFILE_NAMES as readonly string[]).includes(written))
    return { profile: builtInProfile(written as ProfileName) };
  const file = resolve(written);
  try {
    const text = readConfigText(file);
    if (text !== undefined) return readProfile(file, text);
  } catch (error) {
    return { failure: `${written}：${error instanceof Error ? error.message : String(error)}。` };
  }
  const close = path.extname(written) === '' ? suggestion(written, PROFILE_NAMES) : '';
  return {
    failure: `没有“${written}”这一版式${close || '，'}可用：${PROFILE_NAMES.join('、')}，或版式文件的路径。`,
  };
}

/** Reads and checks the text of a profile file; JSON or YAML by its name. */
export function readProfile(file: string, text: string): FoundProfile {
  const ending = path.extname(file).toLowerCase();
  if (!/^\.(?:jsonc?|ya?ml)$/.test(ending))
    return { failure: `${file}：版式文件应为 .json、.jsonc 或 .yaml。` };
  const parsed = ending.startsWith('.y') ? parseYaml(text) : parseJson(text, ending === '.jsonc');
  const mistakes = parsed.mistakes ?? mistakesIn(parsed.root, ProfileSchema, '');
  const problem = problemAt(file, text);
  if (!parsed.mistakes && mistakes.length === 0) {
    const profile = profileFrom(parsed.root.value as ProfileWishes);
    const { start, end } = parsed.root.entries?.find(({ key }) => key === 'page')?.node ?? parsed.root;
    return hasRoom(profile) ? { profile } : { problems: [problem(start, end, NO_ROOM)] };
  }
  return { problems: mistakes.map(({ start, end, message }) => problem(start, end, message)) };
}

/** Millimetres on either side that text needs. */
const LEAST = 60;
const NO_ROOM = `page 的四边留得太宽，版心的宽和高都应不小于${LEAST}毫米。`;

function hasRoom({ page }: Profile): boolean {
  return page.width - page.left - page.right >= LEAST && page.height - page.top - page.bottom >= LEAST;
}

/** The parts of JSON Schema that a profile is made of. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
}

function mistakesIn(node: ConfigNode, schema: TSchema, where: string): readonly SyntaxMistake[] {
  const { type, properties, patternProperties, items } = schema as Shape;
  if (type === 'object' && node.entries) {
    const every = Object.values(patternProperties ?? {})[0];
    return node.entries.flatMap(({ key, keyStart, keyEnd, node: value }) => {
      const own = properties?.[key] ?? every;
      if (own) return mistakesIn(value, own, where === '' ? key : `${where}.${key}`);
      const names = Object.keys(properties ?? {}).filter((name) => name !== '$schema');
      const close = suggestion(key, names);
      const within = where === '' ? '版式' : `${where} `;
      const message = `${within}里没有“${key}”这一项${close || '，'}可用：${names.join('、')}。`;
      return [{ start: keyStart, end: keyEnd, message }];
    });
  }
  if (type === 'array' && items && node.items)
    return node.items.flatMap((item) => mistakesIn(item, items, where));
  if (Value.Check(schema, node.value)) return [];
  const what = where === '' ? '版式文件的最外层' : where;
  const { start, end, value } = node;
  return [{ start, end, message: `${what} 不能是${show(value)}，应为${describe(schema)}。` }];
}
