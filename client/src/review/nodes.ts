import type * as vscode from 'vscode';
import type { OpenFile, OpenPlace, OpenSpeech, OpenThing } from './places.ts';

/** What a row of the list stands for. */
export type ReviewNode =
  | { readonly type: 'file'; readonly file: OpenFile }
  | { readonly type: 'speech'; readonly file: OpenFile; readonly speech: OpenSpeech }
  | {
      readonly type: 'kind';
      readonly file: OpenFile;
      readonly speech: OpenSpeech;
      readonly kind: string;
      readonly things: readonly OpenThing[];
    }
  | ThingNode
  | (Omit<ThingNode, 'type'> & { readonly type: 'place'; readonly place: OpenPlace });

/** One thing to fill in. */
export interface ThingNode {
  readonly type: 'thing';
  readonly file: OpenFile;
  readonly speech: OpenSpeech;
  readonly thing: OpenThing;
}

/** Files where there are several, else speeches. */
export function rootNodes(files: readonly OpenFile[]): readonly ReviewNode[] {
  return files.length > 1
    ? files.map((file) => ({ type: 'file', file }))
    : files.flatMap((file) => speechNodes(file));
}

/** What is below a row; a thing with a single place is its place. */
export function childNodes(node: ReviewNode): readonly ReviewNode[] {
  switch (node.type) {
    case 'file':
      return speechNodes(node.file);
    case 'speech': {
      const { file, speech } = node;
      const kinds = [...new Set(speech.things.map(({ kind }) => kind))];
      return kinds.map((kind) => {
        const things = speech.things.filter((thing) => thing.kind === kind);
        return { type: 'kind', file, speech, kind, things };
      });
    }
    case 'kind': {
      const { file, speech } = node;
      return node.things.map((thing) => ({ type: 'thing', file, speech, thing }));
    }
    case 'thing':
      return node.thing.places.length > 1
        ? node.thing.places.map((place) => ({ ...node, type: 'place', place }))
        : [];
    case 'place':
      return [];
  }
}

/** The row above; undefined at the top. */
export function parentNode(node: ReviewNode, severalFiles: boolean): ReviewNode | undefined {
  const { file } = node;
  switch (node.type) {
    case 'file':
      return undefined;
    case 'speech':
      return severalFiles ? { type: 'file', file } : undefined;
    case 'kind':
      return { type: 'speech', file, speech: node.speech };
    case 'thing': {
      const { speech } = node;
      const { kind } = node.thing;
      return { type: 'kind', file, speech, kind, things: speech.things.filter((one) => one.kind === kind) };
    }
    case 'place':
      return { type: 'thing', file, speech: node.speech, thing: node.thing };
  }
}

/** The places that a row stands for. */
export function nodePlaces(node: ReviewNode): readonly OpenPlace[] {
  switch (node.type) {
    case 'file':
      return node.file.speeches.flatMap(({ things }) => things.flatMap(({ places }) => places));
    case 'speech':
      return node.speech.things.flatMap(({ places }) => places);
    case 'kind':
      return node.things.flatMap(({ places }) => places);
    case 'thing':
      return node.thing.places;
    case 'place':
      return [node.place];
  }
}

/** A name that stays the same while rows around it come and go, so that the view keeps open what is open. */
export function nodeId(node: ReviewNode): string {
  const parts: string[] = [node.type, node.file.uri.toString()];
  if (node.type !== 'file') parts.push(String(node.file.speeches.indexOf(node.speech)), node.speech.title);
  if (node.type === 'kind') parts.push(node.kind);
  if (node.type === 'thing' || node.type === 'place')
    parts.push(node.thing.kind, String(ordinalOf(node.speech, node.thing)), node.thing.label);
  if (node.type === 'place') parts.push(String(node.thing.places.indexOf(node.place)));
  return parts.join('\n');
}

/** Things of one name are told apart by their order. */
function ordinalOf({ things }: OpenSpeech, thing: OpenThing): number {
  return things.filter(({ kind, label }) => kind === thing.kind && label === thing.label).indexOf(thing);
}

function speechNodes(file: OpenFile): readonly ReviewNode[] {
  return file.speeches.map((speech) => ({ type: 'speech', file, speech }));
}

/** Whether something handed to a command is a row of the list. */
export function isNode(value: unknown): value is ReviewNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'file' in value;
}

/** The document that a row is about. */
export const uriOf = ({ file }: ReviewNode): vscode.Uri => file.uri;
