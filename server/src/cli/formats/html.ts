import { createHash } from 'node:crypto';
import { createFactMemory } from '../../facts/facts.ts';
import type { FileResult } from '../collect.ts';
import { createWordSource } from '../figures.ts';
import type { Report } from '../report.ts';
import { LEVEL_NAMES, type Summary, total } from '../summary.ts';
import { escapeXml } from './escape.ts';
import { showFindings } from './findings.ts';
import { checklist, ledger, opinions, outline } from './html-parts.ts';
import { phraseCharts } from './html-phrases.ts';
import { STYLE } from './html-style.ts';
import { markedText } from './html-text.ts';

/** Nothing is loaded and nothing runs: the page holds no script, and its own policy allows its own style alone. */
const policy = (): string => {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
};

/** A page to read and to print: a list of the drafts, and of each the outline, the text with its findings, and the tables. */
export function createHtmlReport(): Report {
  const facts = createFactMemory(createWordSource());
  const articles: string[] = [];
  const rows: string[] = [];

  function article(result: FileResult, id: string): string {
    const { path, draft, failures } = result;
    const failed = failures.map(({ message }) => `<p class="failure">${escapeXml(message)}</p>\n`).join('');
    const head = `<article id="${id}">\n<h2>${escapeXml(path)}</h2>\n${failed}`;
    if (!draft) return `${head}</article>\n`;
    const parts = [
      outline(draft, facts, id),
      `<section><h3>全文</h3>\n${markedText(draft, showFindings(result), facts, id)}</section>\n`,
      checklist(result),
      opinions(result, id),
      ledger(draft, result.findings, facts, id),
      phraseCharts(draft, facts),
    ];
    return `${head}${parts.join('')}</article>\n`;
  }

  return {
    begin: () => '',
    file(result) {
      const id = `f${rows.length + 1}`;
      rows.push(fileRow(result, id));
      articles.push(article(result, id));
      return '';
    },
    end: (summary) =>
      [
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
        `<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy())}">\n`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>核稿结果</title>\n',
        `<style>${STYLE}</style>\n</head>\n<body>\n<h1>核稿结果</h1>\n<p>${summaryOf(summary)}</p>\n`,
        rows.length > 1 ? fileTable(rows) : '',
        ...articles,
        '</body>\n</html>\n',
      ].join(''),
  };
}

const LEVELS = Object.keys(LEVEL_NAMES) as readonly (keyof typeof LEVEL_NAMES)[];

function fileRow({ path, findings, failures }: FileResult, id: string): string {
  const counts = LEVELS.map((level) => findings.filter(({ severity }) => severity === level).length);
  const failed = failures.length > 0 ? '<span class="failure">（未能完成检查）</span>' : '';
  const numbers = counts.map((count) => `<td>${count === 0 ? '' : count}</td>`).join('');
  return `<tr><td><a href="#${id}">${escapeXml(path)}</a>${failed}</td>${numbers}</tr>\n`;
}

function fileTable(rows: readonly string[]): string {
  const head = ['文件', ...LEVELS.map((level) => LEVEL_NAMES[level])].map((name) => `<th>${name}</th>`);
  return `<table class="files">\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`;
}

function summaryOf(summary: Summary): string {
  const { files, failed, counts } = summary;
  const levels = LEVELS.filter((level) => counts[level] > 0).map(
    (level) => `${LEVEL_NAMES[level]}${counts[level]}处`,
  );
  const found = total(summary) === 0 ? '没有发现问题' : `发现${total(summary)}处：${levels.join('、')}`;
  const unread = failed > 0 ? `；${failed}个文件未能完成检查` : '';
  return `检查${files}个文件，${found}${unread}。`;
}
