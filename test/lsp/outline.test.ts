import assert from 'node:assert/strict';
import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Range,
  type SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { type Client, MODERN, startClient } from './support/client.ts';
import { SPEECH } from './support/drafts.ts';

const URI = 'untitled:Untitled-1';
const TWO = `${SPEECH}第二篇：在护林防火动员会上的讲话\n\n同志们：\n一、认清形势\n　　天干物燥，不能大意。\n（一）风险点多。（二）人手偏少。\n二、压实责任\n\n\n`;

const MIXED =
  '一、抓项目\n一是快审批，一次办结；二是强要素：\n——保用地。\n——保用工。\n二、抓作风\n农业方面：下田头。工业方面：进车间。\n';

describe('language server: outline and folding', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());
  afterEach(() => client.close(URI));

  it('nests headings in the speech', async () => {
    client.open(URI, SPEECH);
    assert.deepEqual(names(await symbols()), [
      '在全县秋收工作现场会上的讲话',
      ['一、前一阶段的情况', ['（一）农机下田早', '（三）烘干跟得上'], '二、下一步的安排'],
    ]);
  });

  it('lists headings alone where one speech has no title', async () => {
    client.open(URI, '一、早部署\n（一）快。\n二、严管理\n');
    assert.deepEqual(names(await symbols()), ['一、早部署', ['（一）快'], '二、严管理']);
  });

  it('keeps speeches apart, and names one without a title by its number', async () => {
    client.open(URI, TWO);
    const roots = await symbols();
    assert.equal(roots.length, 2);
    assert.equal(roots[0]?.name, '在全县秋收工作现场会上的讲话');
    assert.deepEqual(roots[1]?.range.end, { line: 21, character: 0 });
  });

  it('covers with a heading all that stands below it, and selects the heading', async () => {
    client.open(URI, SPEECH);
    const [first] = (await symbols())[0]!.children!;
    assert.deepEqual(first?.range, {
      start: { line: 4, character: 0 },
      end: { line: 10, character: 0 },
    });
    assert.deepEqual(first?.selectionRange, {
      start: { line: 4, character: 0 },
      end: { line: 4, character: 9 },
    });
  });

  it('shows series, —— items and field labels, each within what holds it', async () => {
    client.open(URI, MIXED);
    const roots = await symbols();
    assert.deepEqual(names(roots), [
      '一、抓项目',
      ['一是快审批', '二是强要素', ['——保用地', '——保用工']],
      '二、抓作风',
      ['农业方面', '工业方面'],
    ]);
    const check = (inner: readonly DocumentSymbol[], outer?: DocumentSymbol): void => {
      for (const symbol of inner) {
        if (outer) assert.ok(covers(outer.range, symbol.range));
        assert.ok(covers(symbol.range, symbol.selectionRange));
        check(symbol.children ?? [], symbol);
      }
    };
    check(roots);
    assert.deepEqual(roots[0]?.children?.[0]?.range, {
      start: { line: 1, character: 0 },
      end: { line: 1, character: 11 },
    });
  });

  it('folds items that open their line', async () => {
    client.open(URI, MIXED.replace('二是强要素', '\n二是强要素'));
    assert.deepEqual(await folds(), ['0-4', '2-4', '5-6']);
  });

  it('gives a plain client a list', async () => {
    const { documentSymbol: _, ...textDocument } = MODERN.textDocument!;
    const plain = await startClient({ capabilities: { ...MODERN, textDocument } });
    plain.open(URI, SPEECH);
    const list = (await plain.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: URI },
    })) as SymbolInformation[];
    assert.deepEqual(
      list.map(({ name, containerName }) => [name, containerName]),
      [
        ['在全县秋收工作现场会上的讲话', undefined],
        ['一、前一阶段的情况', '在全县秋收工作现场会上的讲话'],
        ['（一）农机下田早', '一、前一阶段的情况'],
        ['（三）烘干跟得上', '一、前一阶段的情况'],
        ['二、下一步的安排', '在全县秋收工作现场会上的讲话'],
      ],
    );
    await plain.stop();
  });

  it('folds what stands under a heading, without the blank lines after it', async () => {
    client.open(URI, SPEECH);
    assert.deepEqual(await folds(), ['4-9', '6-7', '8-9', '10-11']);
  });

  it('folds speeches where there are several', async () => {
    client.open(URI, TWO);
    assert.deepEqual(await folds(), ['0-11', '4-9', '6-7', '8-9', '10-11', '12-18', '15-17']);
  });

  it('folds once where a heading is stuck to the one above it', async () => {
    client.open(URI, '一、认清形势（一）风险点多\n　　天干物燥，不能大意。\n二、压实责任\n');
    assert.deepEqual(await folds(), ['0-1']);
  });

  async function symbols(): Promise<readonly DocumentSymbol[]> {
    const answer = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: URI },
    });
    return answer as DocumentSymbol[];
  }

  async function folds(): Promise<readonly string[]> {
    const answer = await client.connection.sendRequest(FoldingRangeRequest.type, {
      textDocument: { uri: URI },
    });
    return (answer ?? []).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
  }
});

/** Whether one range lies within another. */
function covers(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

type Names = readonly (string | Names)[];

/** Names, with those of the children in a list after their parent. */
function names(symbols: readonly DocumentSymbol[]): Names {
  return symbols.flatMap(({ name, children = [] }) =>
    children.length > 0 ? [name, names(children)] : [name],
  );
}
