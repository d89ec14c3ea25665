import type {
  Artifact,
  Invocation,
  Location,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
} from 'sarif';
import type { Finding, Fix, Level, Rule } from '../../engine/types.ts';
import { rules } from '../../rules/index.ts';
import { pages } from '../../rules/pages.generated.ts';
import type { FileResult } from '../collect.ts';
import { toJson } from '../json.ts';
import { createPlaces, createPlacesOf, type Places } from '../places.ts';
import type { Report } from '../report.ts';
import type { Silenced } from '../silenced.ts';
import { VERSION } from '../version.ts';
import { uriOf } from './escape.ts';
import { type ShownFinding, showFindings } from './findings.ts';

const HOME = 'https://github.com/hegao/hegao';
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * SARIF 2.1.0 (OASIS): one run, written file by file. What was silenced is there with its suppression; a file that
 * could not be checked is a notification. Regions count columns in UTF-16 units.
 */
export function createSarifReport(): Report {
  const artifacts: Artifact[] = [];
  const notifications: Notification[] = [];
  let separator = '';
  return {
    begin() {
      const version = { version: VERSION, semanticVersion: VERSION, informationUri: HOME };
      const driver = { name: 'hegao', fullName: '核稿 hegao', ...version };
      const tool = { driver: { ...driver, language: 'zh-CN', rules: rules.map(descriptor) } };
      const run = `{"tool":${toJson(tool)},"columnKind":"utf16CodeUnits","results":[`;
      return `{"$schema":${toJson(SCHEMA)},"version":"2.1.0","runs":[${run}`;
    },
    file(result) {
      const index = artifacts.length;
      artifacts.push({ location: { uri: uriOf(result.path) }, roles: ['analysisTarget'] });
      notifications.push(...result.failures.map(({ message }) => notification(result.path, index, message)));
      return resultsOf(result, index)
        .map((one) => {
          const text = `${separator}\n${toJson(one)}`;
          separator = ',';
          return text;
        })
        .join('');
    },
    end({ failed }) {
      const invocation: Invocation = {
        executionSuccessful: failed === 0,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
      };
      const rest = { artifacts, invocations: [invocation] };
      return `\n],${toJson(rest).slice(1)}]}\n`;
    },
  };
}

function descriptor({ meta }: Rule): ReportingDescriptor {
  const { id, title, level, source } = meta;
  const page = pages[id];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}。依据：${source}。` },
    help: page ? { text: page, markdown: page } : { text: title },
    defaultConfiguration: level === 'off' ? { enabled: false } : { level: LEVELS[level] },
  };
}

const LEVELS: Readonly<Record<Exclude<Level, 'off'>, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

function resultsOf(result: FileResult, index: number): readonly Result[] {
  const { draft, path, findings, silenced = [], textOf } = result;
  if (!draft) return [];
  const placesOf = createPlacesOf(createPlaces(draft.text), textOf);
  const own = { path, index, placesOf };
  const bySpan = new Map(silenced.map((one) => [one.finding, one]));
  const all = showFindings({ draft, findings: [...findings, ...bySpan.keys()] });
  return all.map((shown) => resultOf(shown, bySpan.get(shown.finding), own));
}

interface Own {
  readonly path: string;
  readonly index: number;
  readonly placesOf: (path?: string) => Places;
}

function resultOf(
  { finding, text, place, fingerprint }: ShownFinding,
  silenced: Silenced | undefined,
  own: Own,
): Result {
  const { ruleId, severity, message, related, fixes } = finding;
  return {
    ruleId,
    ruleIndex: rules.findIndex(({ meta }) => meta.id === ruleId),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        ...location(finding, own, text),
        logicalLocations: [{ fullyQualifiedName: place }],
      },
    ],
    partialFingerprints: { 'hegaoContext/v1': fingerprint },
    ...(related.length > 0
      ? {
          relatedLocations: related.map((one, id) => ({
            id: id + 1,
            ...location(one, own),
            message: { text: one.message },
          })),
        }
      : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(fix, own)) } : {}),
    ...(silenced
      ? {
          suppressions: [
            {
              kind: silenced.inSource ? 'inSource' : 'external',
              ...(silenced.reason ? { justification: silenced.reason } : {}),
            },
          ],
        }
      : {}),
  };
}

function location(
  { span, path }: { readonly span: Finding['span']; readonly path?: string },
  own: Own,
  text?: string,
): Location {
  const artifactLocation =
    path === undefined ? { uri: uriOf(own.path), index: own.index } : { uri: uriOf(path) };
  const shown = region(span, own.placesOf(path));
  return {
    physicalLocation: {
      artifactLocation,
      region: text === undefined ? shown : { ...shown, snippet: { text } },
    },
  };
}

function region(span: Finding['span'], places: Places): Region {
  const { start, end } = places.range(span);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

function fixOf({ title, safety, edits }: Fix, { path, index, placesOf }: Own): SarifFix {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(path), index },
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: region(span, placesOf()),
          insertedContent: { text: newText },
        })),
      },
    ],
    properties: { safety },
  };
}

function notification(path: string, index: number, message: string): Notification {
  return {
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path), index } } }],
  };
}
