import { BOM, csvRecord } from '../csv.ts';
import type { Report } from '../report.ts';
import { printable } from '../width.ts';
import { OPINION_COLUMNS, opinionsOf } from './opinions.ts';

/** The 核稿意见表 for WPS and Excel, all files in one table, numbered through. */
export function createOpinionsReport(): Report {
  let number = 0;
  return {
    begin: () => BOM + csvRecord(OPINION_COLUMNS),
    file: (result) =>
      opinionsOf(result)
        .map(({ place, original, problem, advice }) => {
          number++;
          return csvRecord([number, `${printable(result.path)} ${place}`, original, problem, advice, '']);
        })
        .join(''),
    end: () => '',
  };
}
