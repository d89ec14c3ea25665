import assert from 'node:assert/strict';
import os from 'node:os';
import { readText } from '../../server/src/files/read.ts';

describe('readText', () => {
  it('says that a folder is no file', () => {
    assert.deepEqual(readText(os.tmpdir()), { failure: '这是文件夹，不是文件' });
  });

  it('reads no device or pipe, which may never end', () => {
    if (process.platform === 'win32') return;
    const result = readText('/dev/null');
    assert.ok('failure' in result);
    assert.match(result.failure, /^这是管道或设备，不是普通文件/);
  });

  it('says that there is no file', () => {
    assert.deepEqual(readText('没有/这个.txt'), { failure: '没有这个文件或文件夹' });
  });
});
