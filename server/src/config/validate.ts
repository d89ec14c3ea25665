import { PRESETS } from '../engine/presets.ts';
import type { Rule } from '../engine/types.ts';
import { hasManyStars } from '../files/glob-limits.ts';
import { colonNote, show } from './describe.ts';
import { isFileReference, isPackageReference } from './extends.ts';
import { FILE_OPTIONS, type FileOption, type FileWish } from './file-options.ts';
import { suggestion } from './nearest.ts';
import type { ConfigEntry, ConfigNode, SyntaxMistake } from './node.ts';
import { isRate, RATE_RANGE } from './rate.ts';
import { type RuleWishes, readRuleWishes } from './rule-wishes.ts';
import { readSegmenter, type SegmenterWish } from './segmenter.ts';

/** What a configuration file says, checked. */
export interface ConfigContent {
  /** What it stands on: presets, files and packages, the later over the earlier. */
  readonly extends: readonly Reference[];
  readonly rules: RuleWishes;
  /** Patterns as in `.gitignore`, relative to the file's folder. */
  readonly ignore: readonly string[];
  readonly segmenter: SegmenterWish;
  /** For drafts of some names, in order; the later ones are stronger. */
  readonly overrides: readonly Override[];
  /** Files whose content is an option of a rule. */
  readonly files: readonly FileWish[];
  /** Folder of the archive of earlier speeches, as written. */
  readonly archive?: string;
  /** Characters a minute at which drafts are read aloud. */
  readonly rate?: number;
}

/** One item of `extends`, with its place in the file. */
export interface Reference {
  readonly written: string;
  readonly node: ConfigNode;
}

export interface Override {
  /** Patterns as in `.gitignore`. */
  readonly files: readonly string[];
  readonly rules: RuleWishes;
}

export const CONFIG_KEYS = [
  'extends',
  'rules',
  'kind',
  'overrides',
  'ignore',
  'segmenter',
  'metrics',
  'terms',
  'roster',
  'archive',
  'speech',
  '$schema',
] as const;
const OVERRIDE_KEYS = ['files', 'kind', 'rules'] as const;

/** Checks a parsed file against what may stand in it; one mistake, one sentence. */
export function validate(
  root: ConfigNode,
  rules: readonly Rule[],
): { readonly content: ConfigContent; readonly mistakes: readonly SyntaxMistake[] } {
  const mistakes: SyntaxMistake[] = [];
  const wrong = (at: ConfigNode, message: string): void => {
    mistakes.push({ start: at.start, end: at.end, message });
  };
  const wrongKey = ({ key, keyStart, keyEnd }: ConfigEntry, keys: readonly string[], within = ''): void => {
    const close = suggestion(key, keys);
    const message = `${within}没有“${key}”这一设置${close || '，'}可用：${keys.join('、')}。`;
    mistakes.push({ start: keyStart, end: keyEnd, message });
  };

  function readExtends(node: ConfigNode): readonly Reference[] {
    return (node.items ?? [node]).flatMap((item) => {
      const { value } = item;
      if (typeof value === 'string' && isReference(value)) return [{ written: value, node: item }];
      const close = typeof value === 'string' ? suggestion(value, PRESETS) : '';
      const allowed = `可用：${PRESETS.join('、')}，或配置文件的路径（如 ./基础.yaml）、npm 包名。`;
      wrong(item, `extends 不能是${show(value)}${close || '，'}${allowed}`);
      return [];
    });
  }

  function readPatterns(node: ConfigNode, name: string, example: string): readonly string[] {
    if (!node.items) wrong(node, `${name} 应为列表，例如 ["${example}"]。`);
    return (node.items ?? []).flatMap((item) => {
      const isName = typeof item.value === 'string' && item.value.trim() !== '';
      if (isName && !hasManyStars(item.value as string)) return [item.value as string];
      wrong(
        item,
        isName
          ? `${name} 的这一项星号太多，匹配起来会很久，请写得简单些，或分成几项。`
          : `${name} 的每一项应为文件名或通配式，不能是${show(item.value)}。`,
      );
      return [];
    });
  }

  function readRules(node: ConfigNode): RuleWishes {
    const read = readRuleWishes(node, rules);
    mistakes.push(...read.mistakes);
    return read.wishes;
  }

  /** `kind` is said once for every rule that asks for the kind of speech. */
  function readKind(node: ConfigNode): RuleWishes {
    const asking = rules.filter(({ meta }) => 'kind' in meta.defaults);
    const { start: keyStart, end: keyEnd } = node;
    const option = { key: 'kind', keyStart, keyEnd, node };
    const wish = { start: node.start, end: node.end, value: {}, entries: [option] };
    const entries = asking.map(({ meta }) => ({ key: meta.id, keyStart, keyEnd, node: wish }));
    const read = readRuleWishes({ ...wish, entries }, rules);
    const [first] = read.mistakes;
    if (first)
      mistakes.push({ ...first, message: first.message.replace(/^规则“[^”]+”的选项“kind”/, 'kind ') });
    return read.wishes;
  }

  function readOverrides(node: ConfigNode): readonly Override[] {
    if (!node.items) wrong(node, 'overrides 应为列表，例如 [{"files": ["主持词/**"], "kind": "主持词"}]。');
    return (node.items ?? []).flatMap((item) => readOverride(item) ?? []);
  }

  function readOverride(item: ConfigNode): Override | undefined {
    if (!item.entries) {
      wrong(item, 'overrides 的每一项应为对象，例如 {"files": ["定稿/**"], "rules": {}}。');
      return undefined;
    }
    const of = (key: string) => item.entries?.find((entry) => entry.key === key)?.node;
    const unknown = item.entries.filter(({ key }) => !(OVERRIDE_KEYS as readonly string[]).includes(key));
    for (const entry of unknown) wrongKey(entry, OVERRIDE_KEYS, 'overrides 里');
    const files = of('files');
    if (!files && unknown.length === 0)
      wrong(item, 'overrides 的每一项要用 files 写明管哪些文件，例如 "files": ["定稿/**"]。');
    const wishes = merged(of('kind'), of('rules'));
    return { files: files ? readPatterns(files, 'overrides 的 files', '定稿/**') : [], rules: wishes };
  }

  function merged(kind: ConfigNode | undefined, own: ConfigNode | undefined): RuleWishes {
    const wishes = new Map(kind ? readKind(kind) : []);
    for (const [id, wish] of own ? readRules(own) : []) {
      const options = { ...wishes.get(id)?.options, ...wish.options };
      wishes.set(id, { ...wish, ...(Object.keys(options).length > 0 ? { options } : {}) });
    }
    return wishes;
  }

  function readFiles(section: string, node: ConfigNode): readonly FileWish[] {
    const settings = FILE_OPTIONS.filter((option) => option.section === section);
    const example = `${section} 应为对象，例如 {"${settings[0]!.key}": "${settings[0]!.example}"}。`;
    if (!node.entries) wrong(node, example + colonNote(node.value));
    return (node.entries ?? []).flatMap((entry) => {
      const setting = settings.find(({ key }) => key === entry.key);
      if (setting) return readPaths(setting, entry.node);
      wrongKey(
        entry,
        settings.map(({ key }) => key),
        `${section} 里`,
      );
      return [];
    });
  }

  /** A path, or several where the setting takes them. */
  function readPaths(setting: FileOption, node: ConfigNode): readonly FileWish[] {
    const name = setting.section ? `${setting.section}.${setting.key}` : setting.key;
    const shipped = setting.shipped?.names ?? [];
    const paths = ((setting.join && node.items) || [node]).flatMap((item) => {
      const path = typeof item.value === 'string' ? item.value.trim() : '';
      const unknown = path.startsWith('hegao:') && !shipped.includes(path);
      if (path !== '' && !unknown) return [{ path, node: item }];
      const also = shipped.length > 0 ? `，或 ${shipped.join('、')}` : '';
      const close = unknown ? suggestion(path, shipped) : '';
      wrong(item, `${name} 应为文件的路径${also}，不能是${show(item.value)}${close || '。'}`);
      return [];
    });
    return paths.length > 0 ? [{ setting, paths }] : [];
  }

  function readArchive({ value, ...node }: ConfigNode): { readonly archive?: string } {
    if (typeof value === 'string' && value.trim() !== '') return { archive: value.trim() };
    wrong({ value, ...node }, `archive 应为档案文件夹的路径（如 "../档案索引"），不能是${show(value)}。`);
    return {};
  }

  function readSpeech(node: ConfigNode): { readonly rate?: number } {
    if (!node.entries) wrong(node, 'speech 应为对象，例如 {"charactersPerMinute": 200}。');
    let read = {};
    for (const entry of node.entries ?? []) {
      const { value } = entry.node;
      if (entry.key !== 'charactersPerMinute') wrongKey(entry, ['charactersPerMinute'], 'speech 里');
      else if (isRate(value)) read = { rate: value };
      else wrong(entry.node, `speech.charactersPerMinute 应为${RATE_RANGE}的整数，不能是${show(value)}。`);
    }
    return read;
  }

  const of = (key: (typeof CONFIG_KEYS)[number]) => root.entries?.find((entry) => entry.key === key)?.node;
  if (!root.entries) wrong(root, `配置文件的最外层应为对象，例如 {"rules": {}}。${colonNote(root.value)}`);
  for (const entry of root.entries ?? []) {
    if (!(CONFIG_KEYS as readonly string[]).includes(entry.key)) wrongKey(entry, CONFIG_KEYS);
    else if (entry.key === '$schema' && typeof entry.node.value !== 'string')
      wrong(entry.node, '$schema 应为字符串。');
  }
  const [base, ignore, segmenter] = [of('extends'), of('ignore'), of('segmenter')];
  const [overrides, metrics, archive] = [of('overrides'), of('metrics'), of('archive')];
  const speech = of('speech');
  const single = FILE_OPTIONS.filter(({ section }) => section === undefined);
  const cutting = segmenter && readSegmenter(segmenter);
  mistakes.push(...(cutting?.mistakes ?? []));
  const content = {
    extends: base ? readExtends(base) : [],
    rules: merged(of('kind'), of('rules')),
    ignore: ignore ? readPatterns(ignore, 'ignore', '归档/**') : [],
    segmenter: cutting?.wish ?? {},
    overrides: overrides ? readOverrides(overrides) : [],
    files: [
      ...(metrics ? readFiles('metrics', metrics) : []),
      ...single.flatMap((setting) => {
        const node = root.entries?.find(({ key }) => key === setting.key)?.node;
        return node ? readPaths(setting, node) : [];
      }),
    ],
    ...(archive ? readArchive(archive) : {}),
    ...(speech ? readSpeech(speech) : {}),
  };
  return { content, mistakes: mistakes.sort((a, b) => a.start - b.start) };
}

function isReference(written: string): boolean {
  if (written.startsWith('hegao:')) return (PRESETS as readonly string[]).includes(written);
  return isFileReference(written) || isPackageReference(written);
}
