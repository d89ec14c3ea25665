import { createFactMemory } from '../../facts/facts.ts';
import type { FileResult } from '../collect.ts';
import { createWordSource } from '../figures.ts';
import type { Report } from '../report.ts';
import { LEVEL_NAMES, total } from '../summary.ts';
import { escapeXml } from './escape.ts';
import { showFindings } from './findings.ts';
import { checklist, ledger, opinions, outline } from './html-parts.ts';
import { STYLE } from './html-style.ts';
import { markedText } from './html-text.ts';

/** Nothing is loaded and nothing runs: the page holds no script, and its own policy allows none. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** A page to read and to print: of each draft the outline, the text with its findings, and the tables. */
export function createHtmlReport(): Report {
  const facts = createFactMemory(createWordSource());
  let number = 0;

  function article(result: FileResult): string {
    const { path, draft, failures } = result;
    number++;
    const id = `f${number}`;
    const failed = failures.map(({ message }) => `<p class="failure">${escapeXml(message)}</p>\n`).join('');
    const head = `<article id="${id}">\n<h2>${escapeXml(path)}</h2>\n${failed}`;
    if (!draft) return `${head}</article>\n`;
    const findings = showFindings(result);
    const parts = [
      outline(draft, facts, id),
      `<section><h3>全文</h3>\n${markedText(draft, findings, facts, id)}</section>\n`,
      checklist(result),
      opinions(result, id),
      ledger(draft, result.findings, facts),
    ];
    return `${head}${parts.join('')}</article>\n`;
  }

  return {
    begin: () =>
      [
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
        `<meta http-equiv="Content-Security-Policy" content="${escapeXml(POLICY)}">\n`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>核稿结果</title>\n',
        `<style>${STYLE}</style>\n</head>\n<body>\n<h1>核稿结果</h1>\n`,
      ].join(''),
    file: article,
    end(summary) {
      const { files, failed, counts } = summary;
      const levels = (Object.keys(LEVEL_NAMES) as (keyof typeof LEVEL_NAMES)[])
        .filter((level) => counts[level] > 0)
        .map((level) => `${LEVEL_NAMES[level]}${counts[level]}处`);
      const found = total(summary) === 0 ? '没有发现问题' : `发现${total(summary)}处：${levels.join('、')}`;
      const unread = failed > 0 ? `；${failed}个文件未能完成检查` : '';
      return `<footer><p>检查${files}个文件，${found}${unread}。</p></footer>\n</body>\n</html>\n`;
    },
  };
}
