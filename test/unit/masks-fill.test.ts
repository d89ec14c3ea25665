import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { fillMasks } from '../../server/src/facts/masks/fill.ts';
import { createSameText } from '../../server/src/facts/masks/siblings.ts';
import type { PlaceholderKind } from '../../server/src/facts/placeholders/form.ts';

/** Kind, placeholder, what is given, what stands there then. */
const FILLINGS: readonly (readonly [PlaceholderKind, string, string, string])[] = [
  ['name', 'XX市', '临江', '临江市'],
  ['name', 'XX市', '临江市', '临江市'],
  ['name', 'XX市委', '临江市', '临江市委'],
  ['name', 'XX市委', '临江市委', '临江市委'],
  ['name', 'XX集团公司', '金穗集团', '金穗集团公司'],
  ['name', 'XXX', '李宁', '李宁'],
  ['number', 'xx.x%', '6.5', '6.5%'],
  ['number', 'xx.x%', '6.5%', '6.5%'],
  ['number', 'XX亿元', '3000万元', '3000万元'],
  ['number', 'XX亿元', '1.2万亿元', '1.2万亿元'],
  ['number', 'XX万亩', '120万', '120万亩'],
  ['date', '20xx年', '2026', '2026年'],
  ['date', '20xx年', '26', '2026年'],
  ['date', 'x月xx日', '3月12日', '3月12日'],
  ['ordinal', 'x届x次', '十届八次', '十届八次'],
  ['ordinal', '第x次', '九', '第九次'],
  ['ordinal', '第x次', '第九次', '第九次'],
  ['word', '讲政 X', '治', '讲政治'],
  ['word', '形式XX', '形式主义', '形式主义'],
  ['blank', '____亿元', '30', '30亿元'],
  ['blank', '【待补充】', '王宁', '王宁'],
];

describe('filling in masks', () => {
  for (const [kind, text, given, filled] of FILLINGS) {
    it(`${given} in ${text}: ${filled}`, () =>
      assert.deepEqual(fillMasks(kind, text, given, [text]), [filled]));
  }

  it('what is given for one place is understood for the others', () => {
    const others = ['XX市', 'XX市委', 'XX市政府'];
    for (const given of ['临江市委', '临江市', '临江'])
      assert.deepEqual(fillMasks('name', 'XX市委', given, others), ['临江市', '临江市委', '临江市政府']);
  });
});

describe('versions of one text', () => {
  const text = (city: string, plan: string) =>
    `在${city}会议上的讲话\n同志们：\n${city}的水利队伍得到加强。管护制度已经逐步健全起来。\n群众浇地不再为水发愁了。${plan}\n`;
  const isSame = (open: string, other: string): boolean => {
    const [speech] = readDraft(open, 'text').speeches;
    return createSameText(speech!, createFactMemory())(other);
  };
  const open = text('XX市', '明年还要再修渠道三十公里。');

  it('share at least half of their sentences', () => {
    assert.equal(isSame(open, text('临江市', '明年还要再修渠道三十公里。')), true);
    assert.equal(isSame(open, text('临江市', '今后的事情另行研究决定。')), true);
  });

  it('are not texts that share less, and none is known by nothing but masks', () => {
    assert.equal(isSame(open, '在会上的讲话\n管护制度已经逐步健全起来。今年的任务另行安排下去。\n'), false);
    assert.equal(isSame('在会上的讲话\n请XX市抓紧。\n', '在会上的讲话\n请临江市抓紧。\n'), false);
  });
});
