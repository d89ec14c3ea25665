import { ErrorCodes, Position, ProgressToken, ResponseError } from 'vscode-languageserver';
import type {
  CheckWorkspaceParams,
  EditOutlineParams,
  OutlineAction,
  PlaceholdersParams,
  RenumberParams,
} from './protocol.ts';

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

function fields(params: unknown): Readonly<Record<string, unknown>> {
  return typeof params === 'object' && params !== null ? (params as Record<string, unknown>) : {};
}

function invalid(method: string, wanted: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `${method} 的参数应为 ${wanted}。`);
}
