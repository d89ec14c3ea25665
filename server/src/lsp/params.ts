import { ErrorCodes, Position, ProgressToken, Range, ResponseError } from 'vscode-languageserver';
import type {
  CheckWorkspaceParams,
  CompareParams,
  DurationParams,
  EditOutlineParams,
  ExportWordParams,
  FiguresParams,
  FillParams,
  KeepParams,
  MaskParams,
  OffersParams,
  OpenItemsParams,
  OpinionsParams,
  OutlineAction,
  PlaceholdersParams,
  ReadingCopyParams,
  ReadWordParams,
  RenumberParams,
  UnmaskParams,
} from './protocol/index.ts';

/**
 * The parameters of the requests beyond the protocol, looked at before use: any editor may send them.
 * @throws ResponseError (InvalidParams) that says what is wanted
 */

export function renumberParams(params: unknown): RenumberParams {
  const { uri, position } = fields(params);
  if (typeof uri === 'string' && Position.is(position)) return { uri, position };
  throw invalid('hegao/renumber', '{ uri: string, position: { line, character } }');
}

const OUTLINE_ACTIONS: readonly OutlineAction[] = [
  'promote',
  'demote',
  'moveUp',
  'moveDown',
  'renumberAll',
  'normalise',
];

export function editOutlineParams(params: unknown): EditOutlineParams {
  const { uri, position, action } = fields(params);
  const known = OUTLINE_ACTIONS.find((name) => name === action);
  if (typeof uri === 'string' && Position.is(position) && known) return { uri, position, action: known };
  const actions = OUTLINE_ACTIONS.map((name) => `'${name}'`).join(' | ');
  throw invalid('hegao/editOutline', `{ uri: string, position: { line, character }, action: ${actions} }`);
}

export function figuresParams(params: unknown): FiguresParams {
  const { uri } = fields(params);
  if (typeof uri === 'string') return { uri };
  throw invalid('hegao/figures', '{ uri: string }');
}

export function readWordParams(params: unknown): ReadWordParams {
  const { name, base64 } = fields(params);
  const isBase64 =
    typeof base64 === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(base64) && base64.length % 4 === 0;
  if (typeof name === 'string' && isBase64) return { name, base64 };
  throw invalid('hegao/readWord', '{ name: string, base64: string }');
}

export function exportWordParams(params: unknown): ExportWordParams {
  const { uri, to, profile } = fields(params);
  if (typeof uri === 'string' && typeof to === 'string' && typeof profile === 'string')
    return { uri, to, profile };
  throw invalid('hegao/exportWord', '{ uri: string, to: string, profile: string }');
}

export function compareParams(params: unknown): CompareParams {
  const { uri, earlier } = fields(params);
  if (typeof uri === 'string' && (typeof earlier === 'string' || earlier === null)) return { uri, earlier };
  throw invalid('hegao/compare', '{ uri: string, earlier: string | null }');
}

export function opinionsParams(params: unknown): OpinionsParams {
  const { uri, format } = fields(params);
  const known = (['csv', 'markdown', 'docx'] as const).find((name) => name === format);
  if (typeof uri === 'string' && known) return { uri, format: known };
  throw invalid('hegao/opinions', "{ uri: string, format: 'csv' | 'markdown' | 'docx' }");
}

export function durationParams(params: unknown): DurationParams {
  const { uri, range } = fields(params);
  if (typeof uri === 'string' && (range === undefined || Range.is(range)))
    return { uri, ...(range ? { range } : {}) };
  throw invalid('hegao/duration', '{ uri: string, range?: { start, end } }');
}

export function readingCopyParams(params: unknown): ReadingCopyParams {
  const { uri } = fields(params);
  if (typeof uri === 'string') return { uri };
  throw invalid('hegao/readingCopy', '{ uri: string }');
}

export function placeholdersParams(params: unknown): PlaceholdersParams {
  const { uri } = fields(params);
  if (typeof uri === 'string') return { uri };
  throw invalid('hegao/placeholders', '{ uri: string }');
}

export function checkWorkspaceParams(params: unknown): CheckWorkspaceParams {
  const { folders, workDoneToken } = fields(params);
  const isToken = workDoneToken === undefined || ProgressToken.is(workDoneToken);
  if (isToken && Array.isArray(folders) && folders.every((folder) => typeof folder === 'string')) {
    return { folders, ...(workDoneToken === undefined ? {} : { workDoneToken }) };
  }
  throw invalid('hegao/checkWorkspace', '{ folders: string[], workDoneToken?: string | number }');
}

export function openItemsParams(params: unknown): OpenItemsParams {
  const { uri, folder } = fields(params);
  if (typeof uri === 'string' && isOptionalString(folder)) return { uri, ...(folder ? { folder } : {}) };
  throw invalid('hegao/openItems', '{ uri: string, folder?: string }');
}

export function fillParams(params: unknown): FillParams {
  const { uri, position, text, all } = fields(params);
  if (
    typeof uri === 'string' &&
    Position.is(position) &&
    typeof text === 'string' &&
    typeof all === 'boolean'
  ) {
    return { uri, position, text, all };
  }
  throw invalid('hegao/fill', '{ uri: string, position: { line, character }, text: string, all: boolean }');
}

export function offersParams(params: unknown): OffersParams {
  const { uri, folders } = fields(params);
  if (
    typeof uri === 'string' &&
    Array.isArray(folders) &&
    folders.every((folder) => typeof folder === 'string')
  ) {
    return { uri, folders };
  }
  throw invalid('hegao/offers', '{ uri: string, folders: string[] }');
}

export function keepParams(params: unknown): KeepParams {
  const { uri, folder, positions } = fields(params);
  if (
    typeof uri === 'string' &&
    isOptionalString(folder) &&
    Array.isArray(positions) &&
    positions.every((position) => Position.is(position))
  ) {
    return { uri, positions, ...(folder ? { folder } : {}) };
  }
  throw invalid('hegao/keep', '{ uri: string, folder?: string, positions: { line, character }[] }');
}

export function maskParams(params: unknown): MaskParams {
  const { uri, what, keep, numbered } = fields(params);
  const isBoolean = numbered === undefined || typeof numbered === 'boolean';
  if (typeof uri === 'string' && areOptionalStrings(what) && areOptionalStrings(keep) && isBoolean) {
    return {
      uri,
      ...(what === undefined ? {} : { what }),
      ...(keep === undefined ? {} : { keep }),
      ...(numbered === undefined ? {} : { numbered }),
    };
  }
  throw invalid('hegao/mask', '{ uri: string, what?: string[], keep?: string[], numbered?: boolean }');
}

export function unmaskParams(params: unknown): UnmaskParams {
  const { uri, key } = fields(params);
  if (typeof uri === 'string' && typeof key === 'string') return { uri, key };
  throw invalid('hegao/unmask', '{ uri: string, key: string }');
}

function areOptionalStrings(value: unknown): value is readonly string[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

function isOptionalString(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function fields(params: unknown): Readonly<Record<string, unknown>> {
  return typeof params === 'object' && params !== null ? (params as Record<string, unknown>) : {};
}

function invalid(method: string, wanted: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `${method} 的参数应为 ${wanted}。`);
}
