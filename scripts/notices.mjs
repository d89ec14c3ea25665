// What the packages hold of other people's work, with the licences that ask to be passed on: THIRD-PARTY-NOTICES.txt.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

const NODEJIEBA = 'node_modules/nodejieba';
const CPPJIEBA = `${NODEJIEBA}/submodules/cppjieba`;
const RULE = '='.repeat(78);

const HEAD = `核稿 hegao 所含他人作品的版权声明和许可
Third-party notices of hegao

下列作品随核稿一同分发，版权和许可各归其主，谨致谢意。
The works below are distributed with hegao, each under its own licence.`;

const DICTIONARY = `词典 words.dat 由 cppjieba 所附的结巴分词词典和 HMM 模型编译而成，它们最早随 jieba
（https://github.com/fxsjy/jieba，MIT，Copyright (c) 2013 Sun Junyi）发布。
nodejieba 的程序也由 cppjieba 编译而成。
words.dat is compiled from the jieba dictionary and HMM model that come with cppjieba, which is a part of nodejieba's
binary, too.`;

const BINDING = `只在带有 nodejieba 的安装包里：它的程序由这些作品编译而成。
Only in the packages that hold nodejieba: its binary is compiled from these.`;

/**
 * Writes the notices of all packages in the bundles, of the dictionary and of nodejieba's binary.
 * @param {readonly { readonly inputs: Readonly<Record<string, unknown>> }[]} metafiles esbuild's, with paths from the project's folder
 * @throws when a package comes without a licence text
 */
export function writeNotices(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const named = [...new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined))];
  const bundled = [...new Set([...named, ...inputs.flatMap(inlined)])];
  const { version } = manifest(NODEJIEBA);
  const from = `（nodejieba ${version} 所附）`;
  const blocks = [
    ...groups(bundled.map((folder) => ({ title: titleOf(folder), text: licenceOf(folder) }))),
    block([`cppjieba MIT${from}`], licenceOf(CPPJIEBA), DICTIONARY),
    ...groups(
      [
        { title: titleOf(NODEJIEBA), text: licenceOf(NODEJIEBA) },
        { title: `limonp MIT${from}`, text: licenceOf(`${CPPJIEBA}/deps/limonp`) },
        ...addonApi().map((folder) => ({ title: titleOf(folder), text: licenceOf(folder) })),
      ],
      BINDING,
    ),
  ];
  fs.writeFileSync(
    path.join(root, 'server/out/THIRD-PARTY-NOTICES.txt'),
    `${[HEAD, ...blocks].join(`\n\n${RULE}\n`)}\n`,
  );
}

/** The folder of the package that a file of a bundle came from; undefined for the project's own and for empty stand-ins. */
function packageFolder(input) {
  return input.startsWith('(') ? undefined : /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
}

/** Packages that a package brings inside its own file, by the names that its bundler left there. */
function inlined(input) {
  if (packageFolder(input) === undefined || !/\.[cm]?js$/.test(input)) return [];
  const text = fs.readFileSync(path.resolve(root, input), 'utf8');
  const names = [...text.matchAll(/^\/\/(?:#region)? ?(node_modules\/(?:@[^/\s]+\/)?[^/\s]+)\//gm)];
  return names
    .map((match) => match[1])
    .filter((folder) => fs.existsSync(path.join(root, folder, 'package.json')));
}

/** The headers that nodejieba is compiled with, wherever npm put them. */
function addonApi() {
  const places = [`${NODEJIEBA}/node_modules/node-addon-api`, 'node_modules/node-addon-api'];
  return places.filter((folder) => fs.existsSync(path.join(root, folder))).slice(0, 1);
}

/** Works of one licence text share a block. */
function groups(works, remark) {
  const titles = new Map();
  for (const { title, text } of works.toSorted((a, b) => (a.title < b.title ? -1 : 1))) {
    titles.set(text, [...new Set([...(titles.get(text) ?? []), title])]);
  }
  return [...titles].map(([text, names]) => block(names, text, remark));
}

function block(titles, text, remark) {
  return [titles.join('\n'), ...(remark ? [remark] : []), text].join('\n\n');
}

function titleOf(folder) {
  const { name, version, license, licenses } = manifest(folder);
  return `${name} ${version} ${license ?? licenses.map(({ type }) => type).join(' OR ')}`;
}

function manifest(folder) {
  return JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
}

/** The licence of a package: its own file, else the one kept here from its repository, else what its readme says. */
function licenceOf(folder) {
  const names = fs.readdirSync(path.join(root, folder)).sort();
  const texts = names
    .filter((name) => /^(?:licen[cs]e|copying|notice|third-?party-?notices)\b/i.test(name))
    .map((name) => textOf(folder, name));
  if (texts.length > 0) return texts.join('\n\n');
  const kept = `scripts/licences/${manifest(folder).name}.txt`;
  if (fs.existsSync(path.join(root, kept))) return textOf('.', kept);
  const readme = names.find((name) => /^readme\b/i.test(name));
  const section = readme && /^#* ?licen[cs]e\s*(?:[=-]+\s*)?([\s\S]+)/im.exec(textOf(folder, readme))?.[1];
  if (!section || !/copyright/i.test(section)) throw new Error(`${folder} 没有许可文本，不能分发。`);
  // A readme names the holder and the licence. MIT's conditions are those of the project's own.
  const conditions = / MIT$/.test(titleOf(folder))
    ? textOf('.', 'LICENSE').replace(/^[\s\S]*?(?=Permission)/, '')
    : '';
  return `${section.trim()}\n\n${conditions}`.trim();
}

function textOf(folder, name) {
  return fs
    .readFileSync(path.join(root, folder, name), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
}
