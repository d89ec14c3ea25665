import { FILE_OPTIONS, type FileOption } from '../../server/src/config/file-options.ts';
import { PRESETS } from '../../server/src/engine/presets.ts';
import type { Rule } from '../../server/src/engine/types.ts';
import { RATES, READING_RATE } from '../../server/src/facts/aloud/duration.ts';

const LEVELS = ['off', 'error', 'warning', 'info', 'hint'];

/** JSON schema of `rules`: a level, or an object with `severity` and the rule's own options. */
export function rulesSchema(rules: readonly Rule[]): Record<string, unknown> {
  return Object.fromEntries(
    rules.map(({ meta }) => {
      const { properties = {} } = JSON.parse(JSON.stringify(meta.options)) as {
        properties?: Record<string, unknown>;
      };
      const severity = { enum: LEVELS, description: `级别，默认 ${meta.level}` };
      return [
        meta.id,
        {
          description: `${meta.title}（默认 ${meta.level}，定稿 ${meta.finalLevel}）`,
          anyOf: [
            { enum: LEVELS },
            { type: 'object', properties: { severity, ...properties }, additionalProperties: false },
          ],
        },
      ];
    }),
  );
}

/** JSON schema of a `.hegao.json` file. */
export function configurationSchema(rules: readonly Rule[]): Record<string, unknown> {
  const base = {
    anyOf: [{ enum: PRESETS }, { type: 'string', pattern: '^(?!hegao:).+$' }],
  };
  const ruleWishes = {
    description: '各规则的级别和选项',
    type: 'object',
    additionalProperties: false,
    properties: rulesSchema(rules),
  };
  const kind = { description: '稿子的文种；不写则按标题和开头判断', ...kindSchema(rules) };
  const patterns = { type: 'array', items: { type: 'string' } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '核稿配置',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: {
        description: '以什么为底：内置的一套规则、别的配置文件（相对本文件的路径）、npm 包；后面的盖过前面的',
        anyOf: [base, { type: 'array', items: base }],
      },
      rules: { $ref: '#/definitions/rules' },
      kind,
      overrides: {
        description: '只管一部分稿子的设置；后面的盖过前面的',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: { description: '管哪些文件（相对本文件的通配符）', ...patterns },
            kind,
            rules: { $ref: '#/definitions/rules' },
          },
        },
      },
      ignore: { description: '不核查的文件（相对本文件的通配符）', ...patterns },
      ...Object.fromEntries(fileSections()),
      archive: { description: '旧稿档案的文件夹（相对本文件的路径），默认 .hegao/archive', type: 'string' },
      speech: {
        description: '念稿',
        type: 'object',
        additionalProperties: false,
        properties: {
          charactersPerMinute: {
            description: `每分钟念多少字，默认 ${READING_RATE}`,
            type: 'integer',
            minimum: RATES.lowest,
            maximum: RATES.highest,
          },
        },
      },
      segmenter: {
        description: '分词',
        type: 'object',
        additionalProperties: false,
        properties: {
          dictionary: {
            description:
              '本单位的 jieba 用户词典（相对本文件的路径），UTF-8，每行“词”“词 词性”或“词 词频 词性”',
            type: 'string',
          },
          words: {
            description: '分词时另加的词',
            type: 'array',
            items: { type: 'string', pattern: '^[^\\s，。]+$' },
          },
        },
      },
    },
    definitions: { rules: ruleWishes },
  };
}

/** The kinds of speech, as the rules that ask for one have them. */
function kindSchema(rules: readonly Rule[]): { readonly enum: unknown } {
  const asking = rules.find(({ meta }) => 'kind' in meta.defaults);
  const { properties } = JSON.parse(JSON.stringify(asking?.meta.options)) as {
    properties: { kind: { description: string; enum: unknown } };
  };
  return { enum: properties.kind.enum };
}

/** The settings that name files: those at the top, and the others section by section. */
function fileSections(): readonly (readonly [string, unknown])[] {
  return [...new Set(FILE_OPTIONS.map(({ section }) => section))].flatMap((section) => {
    const settings = FILE_OPTIONS.filter((option) => option.section === section).map(
      (option) => [option.key, fileSetting(option)] as const,
    );
    if (section === undefined) return settings;
    const properties = Object.fromEntries(settings);
    return [[section, { type: 'object', additionalProperties: false, properties }] as const];
  });
}

/** One path, or several; names of what is shipped are offered. */
function fileSetting({ title: description, join, shipped }: FileOption): unknown {
  const path = { type: 'string' };
  const one = shipped ? { anyOf: [{ enum: shipped.names }, path] } : path;
  return join ? { description, anyOf: [one, { type: 'array', items: one }] } : { ...one, description };
}
