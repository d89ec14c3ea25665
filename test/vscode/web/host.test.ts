import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from '../suite/helpers.ts';

describe('网页宿主', () => {
  it('is a browser’s extension host, with no Node and no remote one behind it', () => {
    const global = globalThis as unknown as Readonly<Record<string, unknown>>;
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined);
    assert.equal(typeof global.importScripts, 'function');
    assert.equal(typeof global.require, 'undefined');
  });

  it('runs the entry for browsers, with a server that answers', async () => {
    const extension = vscode.extensions.getExtension('hegao.hegao');
    assert.equal(extension?.packageJSON.browser, 'client/out/browser.js');
    assert.equal(extension?.extensionUri.scheme, 'http');
    const client = await (await api()).session.client();
    assert.equal(client?.initializeResult?.serverInfo?.name, 'hegao');
  });
});
