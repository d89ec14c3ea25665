import { PRESETS } from '../../server/src/engine/presets.ts';
import type { Rule } from '../../server/src/engine/types.ts';

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
  const preset = { enum: PRESETS };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '核稿配置',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: { description: '以哪一套规则为底', anyOf: [preset, { type: 'array', items: preset }] },
      rules: {
        description: '各规则的级别和选项',
        type: 'object',
        additionalProperties: false,
        properties: rulesSchema(rules),
      },
      ignore: { description: '不核查的文件（相对本文件的通配符）', type: 'array', items: { type: 'string' } },
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
  };
}
