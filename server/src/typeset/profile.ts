import { type Static, type TProperties, Type } from 'typebox';
import { SIZE_NAMES, sizeInPoints } from './sizes.ts';

/** The parts of a speech that a profile sets in type of their own (GB/T 9704-2012 7.3.3; practice of speeches). */
export const STYLE_NAMES = [
  'title',
  'subtitle',
  'byline',
  'salutation',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'body',
  'signature',
] as const;
export type StyleName = (typeof STYLE_NAMES)[number];

const some = <Properties extends TProperties>(properties: Properties) =>
  Type.Partial(Type.Object(properties, { additionalProperties: false }));
const length = (minimum: number, maximum: number) => Type.Number({ minimum, maximum });
const Font = Type.String({ minLength: 1 });
const Size = Type.Union([length(5, 100), Type.Enum([...SIZE_NAMES])]);

const StyleSchema = some({
  font: Font,
  size: Size,
  bold: Type.Boolean(),
  align: Type.Enum(['left', 'center', 'right', 'justify']),
  /** First line, in characters. */
  indent: length(0, 10),
  /** From the right edge, in characters. */
  right: length(0, 20),
  /** Blank lines. */
  before: length(0, 10),
  after: length(0, 10),
});

/** What a profile may say; what it does not say stands in the profile that it extends. Lengths of the page in millimetres. */
export const ProfileSchema = some({
  $schema: Type.String(),
  extends: Type.Enum(['gb9704', 'reading']),
  page: some({
    width: length(100, 450),
    height: length(100, 600),
    top: length(5, 100),
    bottom: length(5, 100),
    left: length(5, 100),
    right: length(5, 100),
  }),
  /** Lines that fill a page; the line pitch follows. */
  lines: Type.Integer({ minimum: 8, maximum: 60 }),
  /** Points; stands before `lines`. */
  linePitch: length(8, 120),
  /** Characters that fill a line. */
  characters: Type.Integer({ minimum: 8, maximum: 80 }),
  /** For digits and letters; empty where they are in the font of the text. */
  latin: Type.String(),
  /** A paragraph goes to the next page whole. */
  keepLines: Type.Boolean(),
  styles: some({
    title: StyleSchema,
    subtitle: StyleSchema,
    byline: StyleSchema,
    salutation: StyleSchema,
    heading1: StyleSchema,
    heading2: StyleSchema,
    heading3: StyleSchema,
    heading4: StyleSchema,
    body: StyleSchema,
    signature: StyleSchema,
  }),
  pageNumber: some({
    form: Type.Enum(['— 1 —', '1', '']),
    place: Type.Enum(['outer', 'center', 'right']),
    font: Font,
    size: Size,
    /** From the type area down, in millimetres. */
    gap: length(0, 50),
  }),
  /** Fonts that do for one that is not installed, in order of preference. */
  fallbacks: Type.Record(Type.String(), Type.Array(Font)),
});
export type ProfileWishes = Static<typeof ProfileSchema>;

/** A style in full; sizes in points. */
export interface TypeStyle {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  readonly indent: number;
  readonly right: number;
  readonly before: number;
  readonly after: number;
}

/** A profile in full: see `ProfileSchema` for the units. */
export interface Profile {
  readonly page: Readonly<Record<'width' | 'height' | 'top' | 'bottom' | 'left' | 'right', number>>;
  /** Points. */
  readonly linePitch: number;
  readonly characters: number;
  readonly latin: string;
  readonly keepLines: boolean;
  readonly styles: Readonly<Record<StyleName, TypeStyle>>;
  readonly pageNumber: {
    readonly form: '— 1 —' | '1' | '';
    readonly place: 'outer' | 'center' | 'right';
    readonly font: string;
    /** Points. */
    readonly size: number;
    readonly gap: number;
  };
  readonly fallbacks: Readonly<Record<string, readonly string[]>>;
}

const PLAIN: TypeStyle = {
  font: '宋体',
  size: 16,
  bold: false,
  align: 'left',
  indent: 0,
  right: 0,
  before: 0,
  after: 0,
};

/** The wishes of `over` on top of those of `under`. */
export function joinWishes(under: ProfileWishes, over: ProfileWishes): ProfileWishes {
  const { lines, linePitch, ...rest } = under;
  const pitch = over.lines ?? over.linePitch;
  const styles = Object.fromEntries(
    STYLE_NAMES.map((name) => [name, { ...under.styles?.[name], ...over.styles?.[name] }]),
  );
  return {
    ...rest,
    ...(pitch !== undefined || lines === undefined ? {} : { lines }),
    ...(pitch !== undefined || linePitch === undefined ? {} : { linePitch }),
    ...over,
    page: { ...under.page, ...over.page },
    pageNumber: { ...under.pageNumber, ...over.pageNumber },
    fallbacks: { ...under.fallbacks, ...over.fallbacks },
    styles,
  };
}

/** Wishes as a profile; what nobody says is as on a sheet of A4 paper by GB/T 9704-2012 7.1. */
export function completeProfile(wishes: ProfileWishes): Profile {
  const page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26, ...wishes.page };
  const height = ((page.height - page.top - page.bottom) / 25.4) * 72;
  const style = (name: StyleName): TypeStyle => {
    const { size, ...own } = wishes.styles?.[name] ?? {};
    return { ...PLAIN, ...own, size: size === undefined ? PLAIN.size : sizeInPoints(size) };
  };
  const styles = Object.fromEntries(STYLE_NAMES.map((name) => [name, style(name)]));
  const { size = '四号', ...number } = wishes.pageNumber ?? {};
  return {
    page,
    // A whole number of Word's units, so that the lines of a page do not outgrow it.
    linePitch: wishes.linePitch ?? Math.floor((height / (wishes.lines ?? 22)) * 20) / 20,
    characters: wishes.characters ?? 28,
    latin: wishes.latin ?? '',
    keepLines: wishes.keepLines ?? false,
    styles: styles as Record<StyleName, TypeStyle>,
    pageNumber: {
      form: '— 1 —',
      place: 'outer',
      font: '宋体',
      gap: 7,
      ...number,
      size: sizeInPoints(size),
    },
    fallbacks: wishes.fallbacks ?? {},
  };
}
