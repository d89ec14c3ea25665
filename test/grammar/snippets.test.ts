import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';
import { expand, parseSnippet, realistic, type StopContent } from './fill.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const FILE = new URL('../../snippets/hegao-speech.json', import.meta.url);
const snippets = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, Snippet>>;

const KINDS = [
  '工作报告 动员讲话 部署会议讲话 总结讲话 表彰讲话 座谈会讲话 调研讲话 表态发言',
  '述职报告 任职发言 致辞 主持词 讲话提纲 党课 新年贺词',
].flatMap((line) => line.split(' '));

/** What a speech is put together of, whatever its kind. */
const PARTS =
  '开头 动员开头 座谈开头 汇报开头 形势 成绩 过渡到问题 问题 过渡到任务 任务 要求 组织领导 表扬 致谢 结尾 致辞结尾 表态结尾 散会'.split(
    ' ',
  );

const checker = createChecker(rules, { words: () => undefined });

/** Findings that a writer has to act on. */
function findingsOf(text: string): readonly Finding[] {
  const { findings, failures } = checker.check(checker.read(text, 'text'), presetSettings(rules));
  assert.deepEqual(failures, []);
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

/** The snippet with every stop filled in, `choose` picking from a list. */
function filled(body: readonly string[], choose: (options: readonly string[]) => string | undefined): string {
  return expand(parseSnippet(body.join('\n')), (_, content) => fillingOf(content, choose)).text;
}

function fillingOf(content: StopContent, choose: (options: readonly string[]) => string | undefined) {
  if (content.kind === 'mirror') return undefined;
  return content.kind === 'default' ? realistic(content.text) : choose(content.options);
}

describe('snippets', () => {
  it('cover every kind of speech', () => {
    for (const kind of KINDS) assert.ok(snippets[kind], `没有“${kind}”的片段`);
  });

  it('cover every part of a speech, reached by its name and by initials', () => {
    for (const part of PARTS) {
      const found = Object.values(snippets).find(({ prefix }) => prefix.includes(part));
      assert.ok(
        found?.prefix.some((prefix) => /^[a-z]{2,6}$/.test(prefix)),
        `没有“${part}”的片段`,
      );
    }
  });

  it('are reached by different prefixes, Chinese and pinyin', () => {
    const all = Object.values(snippets).flatMap(({ prefix }) => prefix);
    assert.deepEqual(
      all.filter((prefix, i) => all.indexOf(prefix) !== i),
      [],
    );
    for (const [name, { prefix }] of Object.entries(snippets)) {
      assert.ok(
        prefix.some((p) => /^[\u4e00-\u9fff]+$/.test(p)),
        `“${name}”没有中文前缀`,
      );
      assert.ok(
        prefix.some((p) => /^[a-z]+$/.test(p)),
        `“${name}”没有拼音前缀`,
      );
    }
  });

  for (const [name, snippet] of Object.entries(snippets)) describe(name, () => check(snippet));
});

function check({ prefix, body, description }: Snippet): void {
  it('has its parts, and tab stops without gap', () => {
    assert.ok(Array.isArray(prefix) && Array.isArray(body) && body.every((line) => typeof line === 'string'));
    assert.ok(description.length >= 4);
    const parts = parseSnippet(body.join('\n')).filter((part) => part.kind === 'stop');
    const defined = parts.filter(({ content }) => content.kind !== 'mirror').map(({ number }) => number);
    assert.deepEqual(
      defined,
      defined.map((_, i) => i + 1),
      '占位应从1起依次编号，每号只写一次默认文字',
    );
    for (const { number, content } of parts) {
      assert.ok(number === 0 || defined.includes(number), `$${number}没有默认文字`);
      if (content.kind === 'choice') assert.ok(content.options.every((option) => option.trim() !== ''));
    }
    assert.equal(parts.filter(({ number }) => number === 0).length, 1, '应有且只有一个$0');
    assert.equal(parts[parts.length - 1]!.number, 0, '$0应在末尾');
  });

  it('is accepted once filled in', () => {
    const longest = Math.max(
      1,
      ...parseSnippet(body.join('\n')).map((part) =>
        part.kind === 'stop' && part.content.kind === 'choice' ? part.content.options.length : 0,
      ),
    );
    for (let choice = 0; choice < longest; choice++) {
      const text = filled(body, (options) => options[choice % options.length]);
      const told = findingsOf(text).map(
        ({ message, span }) => `${message}（${text.slice(span.start, span.end)}）`,
      );
      assert.deepEqual(told, [], text);
    }
  });

  it('is reported wherever a stop is left as it was', () => {
    const parts = parseSnippet(body.join('\n'));
    for (const left of parts) {
      if (left.kind === 'text' || left.content.kind !== 'default') continue;
      const { text, stops } = expand(parts, (number, content) =>
        number === left.number ? undefined : fillingOf(content, (options) => options[0]),
      );
      const { start, end } = stops.find(({ number }) => number === left.number)!;
      const found = findingsOf(text).filter(
        ({ ruleId, span }) => ruleId.startsWith('placeholder-') && span.start < end && span.end > start,
      );
      assert.ok(found.length > 0, `“${left.content.text}”未填却没有报告`);
    }
  });
}
