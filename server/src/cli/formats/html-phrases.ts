import type { Draft } from '../../draft/types.ts';
import type { FactMemory } from '../../facts/facts.ts';
import { BASELINE } from '../../lexicon/phrase-baseline.ts';
import { type PhraseProfile, phraseProfile } from '../phrase-profile.ts';
import { escapeXml } from './escape.ts';

/** One bar of a chart, in units of its own, with the measure that it is held against. */
interface Bar {
  readonly name: string;
  readonly count: number;
  readonly rate: number;
  readonly usual: number | null;
}

const WIDTH = 240;
const HEIGHT = 12;
const MOST = 10;

/** The phrase profile as charts: a bar for each kind of phrase and each section, a stroke where published reports are. */
export function phraseCharts(draft: Draft, facts: FactMemory): string {
  const profiles = draft.speeches
    .map((speech) => phraseProfile(draft, speech, facts))
    .filter(({ groups }) => groups.length > 0);
  if (profiles.length === 0) return '';
  const several = draft.speeches.length > 1;
  return `<section><h3>用语</h3>\n${profiles.map((profile) => charts(profile, several)).join('')}</section>\n`;
}

function charts({ title, groups, sections, most }: PhraseProfile, named: boolean): string {
  const byGroup = groups.map(({ group, count, per10000, baseline }) => ({
    name: group,
    count,
    rate: per10000,
    usual: baseline,
  }));
  const bySection = sections.map((section) => ({
    name: section.title === '' ? '（开头）' : section.title,
    count: section.count,
    rate: section.per1000,
    usual: BASELINE.usual,
  }));
  const often = most.filter(({ count }) => count > 1).slice(0, MOST);
  const words = often.map(({ phrase, count }) => `“${phrase}”${count}次`).join('、');
  return [
    named ? `<h4>${escapeXml(title === '' ? '（无标题）' : title)}</h4>\n` : '',
    chart('类别', '每万字', `竖线为${BASELINE.source}`, byGroup),
    chart('部分', '每千字', `竖线为${BASELINE.source}一般不超过的处数`, bySection),
    words === '' ? '' : `<p>用得最多：${escapeXml(words)}。</p>\n`,
  ].join('');
}

function chart(head: string, unit: string, caption: string, bars: readonly Bar[]): string {
  const longest = Math.max(...bars.flatMap(({ rate, usual }) => [rate, usual ?? 0]), 1);
  const rows = bars.map((bar) => {
    const cells = [bar.name, String(bar.count), String(bar.rate)].map(
      (text) => `<td>${escapeXml(text)}</td>`,
    );
    return `<tr>${cells.join('')}<td>${picture(bar, longest, unit)}</td></tr>\n`;
  });
  const columns = [head, '处数', unit, caption].map((name) => `<th>${escapeXml(name)}</th>`).join('');
  return `<table class="chart">\n<thead><tr>${columns}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`;
}

function picture({ name, rate, usual }: Bar, longest: number, unit: string): string {
  const at = (value: number): number => Math.round((value / longest) * (WIDTH - 2));
  const said = usual === null ? '' : `，已发表的${usual}处`;
  const label = escapeXml(`${name}：${unit}${rate}处${said}`);
  const over = usual !== null && rate > usual ? ' class="over"' : '';
  const bar = `<rect${over} x="0" y="2" width="${at(rate)}" height="${HEIGHT - 4}"></rect>`;
  const stroke =
    usual === null ? '' : `<rect class="usual" x="${at(usual)}" y="0" width="2" height="${HEIGHT}"></rect>`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}">${bar}${stroke}</svg>`;
}
