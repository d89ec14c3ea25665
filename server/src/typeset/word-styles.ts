import type { IBaseParagraphStyleOptions, IFontAttributesProperties, IRunStylePropertiesOptions } from 'docx';
import type { Profile, StyleName, TypeStyle } from './profile.ts';
import { millimetres, points } from './units.ts';

/** Names of Word's own styles, which its outline knows, and names as the list of styles shows them. */
const STYLES: Readonly<Record<StyleName, { readonly id: string; readonly name: string }>> = {
  title: { id: 'Title', name: 'Title' },
  subtitle: { id: 'Subtitle', name: 'Subtitle' },
  byline: { id: 'SpeechByline', name: '讲话署名日期' },
  salutation: { id: 'SpeechSalutation', name: '讲话称谓' },
  heading1: { id: 'Heading1', name: 'heading 1' },
  heading2: { id: 'Heading2', name: 'heading 2' },
  heading3: { id: 'Heading3', name: 'heading 3' },
  heading4: { id: 'Heading4', name: 'heading 4' },
  body: { id: 'SpeechBody', name: '讲话正文' },
  signature: { id: 'SpeechSignature', name: '讲话落款' },
};

/** Lines of one style that stand below each other without the style's blank lines. */
const BLOCKS: readonly StyleName[] = ['title', 'subtitle', 'byline', 'signature'];

export function styleId(name: StyleName): string {
  return STYLES[name].id;
}

/** A font for Chinese and, unless `latin` names one, for digits and letters; quotation marks count as Chinese. */
export function fontOf(font: string, latin: string): IFontAttributesProperties {
  const other = latin === '' ? font : latin;
  return { ascii: other, hAnsi: other, cs: other, eastAsia: font, hint: 'eastAsia' };
}

/** How much of a character's width may be taken from it or added to it for the sake of the number in a line. */
const SQUEEZED = 0.05;
const SPREAD = 0.15;

/** Font, size, and the space between characters that makes the profile's number of them fill a line where that can be. */
export function runStyle(
  { font, size, bold }: TypeStyle,
  { latin, page, characters, styles }: Profile,
): IRunStylePropertiesOptions {
  const width = millimetres(page.width - page.left - page.right);
  const wanted = size === styles.body.size ? Math.floor(width / characters - points(size)) : 0;
  const space = wanted < -SQUEEZED * points(size) || wanted > SPREAD * points(size) ? 0 : wanted;
  return {
    font: fontOf(font, latin),
    size: size * 2,
    bold,
    boldComplexScript: bold,
    ...(space === 0 ? {} : { characterSpacing: space }),
  };
}

/** Line pitch of a style in twentieths of a point: the page's, unless its type is too large for that. */
export function linePitchOf({ size }: TypeStyle, { linePitch }: Profile): number {
  return points(Math.max(linePitch, size * 1.25));
}

/** A paragraph style of Word. */
export function wordStyle(name: StyleName, profile: Profile): IBaseParagraphStyleOptions {
  const style = profile.styles[name];
  const { align, indent, right, before, after, size } = style;
  return {
    name: STYLES[name].name,
    basedOn: 'Normal',
    next: styleId('body'),
    quickFormat: true,
    run: runStyle(style, profile),
    paragraph: {
      alignment: align === 'justify' ? 'both' : align,
      indent: {
        // Where characters are counted, as in Word and WPS, the lengths stand aside.
        ...(indent > 0 ? { firstLineChars: indent * 100, firstLine: points(indent * size) } : {}),
        ...(right > 0 ? { right: points(right * size) } : {}),
      },
      spacing: {
        line: linePitchOf(style, profile),
        lineRule: 'exact',
        before: points(before * profile.linePitch),
        after: points(after * profile.linePitch),
      },
      contextualSpacing: BLOCKS.includes(name),
      keepNext: name.startsWith('heading'),
      keepLines: profile.keepLines,
    },
  };
}
