import { AlignmentType, Footer, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx';
import type { Profile } from './profile.ts';
import { millimetres, points } from './units.ts';
import { fontOf } from './word-styles.ts';

type Side = 'left' | 'center' | 'right';

/** The footers of odd and even pages (GB/T 9704-2012 7.5: outside, one character from the edge). */
export function footersOf(profile: Profile): Pick<ISectionOptions, 'footers'> {
  const { form, place } = profile.pageNumber;
  if (form === '') return {};
  const [odd, even]: readonly [Side, Side] = place === 'outer' ? ['right', 'left'] : [place, place];
  return {
    footers: { default: footer(odd, profile), ...(odd === even ? {} : { even: footer(even, profile) }) },
  };
}

/** From the lower edge of the paper to the lower edge of the number, in twentieths of a point. */
export function footerDistance({ page, pageNumber: { size, gap } }: Profile): number {
  return Math.max(millimetres(5), millimetres(page.bottom - gap) - lineOf(size));
}

function footer(side: Side, { pageNumber: { form, font, size } }: Profile): Footer {
  const edge = points(size);
  const [before = '', after = ''] = form.split('1');
  const number = [before, PageNumber.CURRENT, after].filter((piece) => piece !== '');
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType[side === 'left' ? 'LEFT' : side === 'right' ? 'RIGHT' : 'CENTER'],
        indent: side === 'left' ? { left: edge } : side === 'right' ? { right: edge } : {},
        spacing: { line: lineOf(size), lineRule: 'exact' },
        children: [new TextRun({ children: number, font: fontOf(font, ''), size: size * 2 })],
      }),
    ],
  });
}

function lineOf(size: number): number {
  return points(size * 1.15);
}
