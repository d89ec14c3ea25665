import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { ENTITY_KINDS } from '../../facts/entities/types.ts';
import { type Masking, originalOf } from './mask.ts';

const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** What a key file holds; whoever has it has the original. */
export const KEY_SCHEMA = Type.Object(
  {
    hegao: Type.Literal('mask-key'),
    version: Type.Literal(1),
    original: Type.String({ ...hash, description: '原稿文字的 SHA-256' }),
    masked: Type.String({ ...hash, description: '脱敏稿文字的 SHA-256' }),
    text: Type.String({ description: '脱敏稿，还原改过的脱敏稿时与它对照' }),
    entities: Type.Array(
      Type.Object(
        { kind: Type.Enum([...ENTITY_KINDS]), name: Type.String(), mask: Type.String({ minLength: 1 }) },
        { additionalProperties: false },
      ),
    ),
    places: Type.Array(
      Type.Object(
        {
          at: Type.Integer({ minimum: 0, description: '在脱敏稿中的位置（UTF-16）' }),
          entity: Type.Integer({ minimum: 0, description: '第几个 entities，从 0 起' }),
          text: Type.String({ description: '原文' }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  {
    additionalProperties: false,
    title: 'hegao 脱敏密钥',
    description: '与原稿同样保管，不要与脱敏稿一起发出',
  },
);

/** The text of the key file of a masking. */
export async function writeKey(masking: Masking): Promise<string> {
  const { text, entities, places } = masking;
  const key = {
    hegao: 'mask-key',
    version: 1,
    original: await digest(originalOf(masking)),
    masked: await digest(text),
    text,
    entities,
    places,
  };
  return `${JSON.stringify(key, undefined, 1)}\n`;
}

/** Reads a key file. Why not, as a Chinese phrase: it is none, or it was changed. */
export async function readKey(content: string): Promise<Masking | { readonly mistake: string }> {
  let key: unknown;
  try {
    key = JSON.parse(content);
  } catch {
    return { mistake: '不是脱敏的密钥文件（不是 JSON）' };
  }
  if (!Value.Check(KEY_SCHEMA, key)) return { mistake: '不是脱敏的密钥文件，或缺了内容' };
  const { text, entities, places, original, masked } = key;
  let from = 0;
  for (const { at, entity } of places) {
    const mask = entities[entity]?.mask;
    if (mask === undefined || at < from || !text.startsWith(mask, at)) return { mistake: '密钥文件被改动过' };
    from = at + mask.length;
  }
  const masking = { text, entities, places };
  const isWhole = (await digest(text)) === masked && (await digest(originalOf(masking))) === original;
  return isWhole ? masking : { mistake: '密钥文件被改动过' };
}

/** SHA-256 of a text in UTF-8, in hexadecimal digits. */
async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
