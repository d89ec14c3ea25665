import * as vscode from 'vscode';

/** A file, or a folder with what is in it. */
interface Entry {
  readonly children?: Map<string, Entry>;
  readonly bytes?: Uint8Array;
  readonly ctime: number;
  readonly mtime: number;
}

const { Created, Changed, Deleted } = vscode.FileChangeType;

/** An extension of the tests: a file system in memory, filled from `workspace.json` beside it, as a virtual workspace is. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const provider = createFiles();
  const answer = await fetch(vscode.Uri.joinPath(context.extensionUri, 'workspace.json').toString(true));
  const files = (await answer.json()) as Readonly<Record<string, string>>;
  for (const [name, content] of Object.entries(files)) {
    provider.writeFile(vscode.Uri.from({ scheme: 'drafts', path: `/${name}` }), fromBase64(content));
  }
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('drafts', provider));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

type Files = Omit<vscode.FileSystemProvider, 'writeFile'> & {
  readonly writeFile: (uri: vscode.Uri, bytes: Uint8Array) => void;
};

function createFiles(): Files {
  const root: Entry = folder();
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();

  const find = (uri: vscode.Uri): Entry | undefined =>
    names(uri).reduce<Entry | undefined>((at, name) => at?.children?.get(name), root);
  const get = (uri: vscode.Uri): Entry => {
    const found = find(uri);
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  };
  const around = (uri: vscode.Uri): readonly [Map<string, Entry>, string] => {
    const path = names(uri);
    const name = path.pop();
    let at = root;
    for (const part of path) {
      const next = at.children?.get(part) ?? folder();
      at.children?.set(part, next);
      at = next;
    }
    if (name === undefined || !at.children) throw vscode.FileSystemError.FileNotADirectory(uri);
    return [at.children, name];
  };
  const put = (uri: vscode.Uri, entry: Entry): void => {
    const [siblings, name] = around(uri);
    const type = siblings.has(name) ? Changed : Created;
    siblings.set(name, entry);
    changes.fire([{ type, uri }]);
  };
  const remove = (uri: vscode.Uri): void => {
    get(uri);
    const [siblings, name] = around(uri);
    siblings.delete(name);
    changes.fire([{ type: Deleted, uri }]);
  };

  return {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      const { children, bytes, ctime, mtime } = get(uri);
      const type = children ? vscode.FileType.Directory : vscode.FileType.File;
      return { type, ctime, mtime, size: bytes?.byteLength ?? 0 };
    },
    readDirectory: (uri) =>
      [...(get(uri).children ?? [])].map(([name, { children }]) => [
        name,
        children ? vscode.FileType.Directory : vscode.FileType.File,
      ]),
    createDirectory: (uri) => put(uri, folder()),
    readFile(uri) {
      const { bytes } = get(uri);
      if (!bytes) throw vscode.FileSystemError.FileIsADirectory(uri);
      return bytes;
    },
    writeFile(uri, bytes) {
      const now = Date.now();
      put(uri, { bytes, ctime: find(uri)?.ctime ?? now, mtime: now });
    },
    delete: remove,
    rename(from, to) {
      const entry = get(from);
      remove(from);
      put(to, entry);
    },
  };
}

function folder(): Entry {
  return { children: new Map(), ctime: 0, mtime: 0 };
}

function names(uri: vscode.Uri): string[] {
  return uri.path.split('/').filter((name) => name !== '');
}
