import type { Speech } from '../../draft/types.ts';
import { scopeAt } from '../figures/scopes.ts';
import type { SpeechFigure } from '../figures/types.ts';

/** Whose figures a speech gives where it names no scope. */
export interface Owner {
  /** 全市, as its figures say; undefined where none does. */
  readonly whole: string | undefined;
  /** 清河县, as its title says; undefined where it names no place. */
  readonly place: string | undefined;
  /** Without remarks in brackets; empty where there is none. */
  readonly title: string;
}

const WHOLE = /^全[市省县区州旗镇乡]$/;
const LEAD = /^(?:在|中共|关于|(?:19|20)\d{2}年)+/;
/** 高新区 is in every city; only these end the name of one place. */
const PLACE = /^[\u4e00-\u9fff]{2,}(?:[省县市州旗]|自治区)$|^全国$/;
const PROVINCE = /^[\u4e00-\u9fff]{2,3}省/;

/** Reads the owner from the title and from the scopes of the figures. */
export function readOwner(speech: Speech, figures: readonly SpeechFigure[]): Owner {
  const title = speech.title.replace(/[（(][^（()）]*[）)]|\s/g, '');
  const head = title.replace(LEAD, '');
  const named = PROVINCE.exec(head)?.[0] ?? scopeAt(head)?.scope;
  const whole = figures.find(({ key, scope }) => isWhole(scope) && key?.split('|')[1] === '')?.scope;
  const said = /全[市省县区州旗镇乡]/.exec(title)?.[0];
  return { whole: whole ?? said, place: named && isPlace(named) ? named : undefined, title };
}

/** 全市, 全县 …: whose whole depends on who speaks. */
export function isWhole(scope: string): boolean {
  return WHOLE.test(scope);
}

/** A scope that means the same place in every draft: 清河县, 全国. */
export function isPlace(scope: string): boolean {
  return PLACE.test(scope);
}

/** Whether a scope of a table is the owner's: empty, 全市 in a city's speech, the place of the title. */
export function isOwners(scope: string, { whole, place }: Owner): boolean {
  if (scope === '' || scope === whole || scope === place) return true;
  if (!isWhole(scope) || whole !== undefined) return false;
  return place === undefined || place.endsWith(scope.slice(-1));
}
