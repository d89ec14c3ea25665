import { Type } from 'typebox';

/** The parts of SARIF 2.1.0 (OASIS, sections 3.13 to 3.59) that hegao writes, with what the standard requires of them. */
const strict = { additionalProperties: false };
const Message = Type.Object({ text: Type.String({ minLength: 1 }) }, strict);
const One = Type.Integer({ minimum: 1 });
const Zero = Type.Integer({ minimum: 0 });
const Level = Type.Enum(['none', 'note', 'warning', 'error']);
const Uri = Type.String({ pattern: "^[!#-;=?-Z_a-z~%\\[\\]@$&'()*+,]*$" });
const ArtifactLocation = Type.Object({ uri: Uri, index: Type.Optional(Zero) }, strict);

const Region = Type.Object(
  {
    startLine: One,
    startColumn: One,
    endLine: One,
    endColumn: One,
    charOffset: Zero,
    charLength: Zero,
    snippet: Type.Optional(Type.Object({ text: Type.String() }, strict)),
  },
  strict,
);

const Location = Type.Object(
  {
    id: Type.Optional(Zero),
    physicalLocation: Type.Object(
      { artifactLocation: ArtifactLocation, region: Type.Optional(Region) },
      strict,
    ),
    logicalLocations: Type.Optional(Type.Array(Type.Object({ fullyQualifiedName: Type.String() }, strict))),
    message: Type.Optional(Message),
  },
  strict,
);

const Fix = Type.Object(
  {
    description: Message,
    artifactChanges: Type.Array(
      Type.Object(
        {
          artifactLocation: ArtifactLocation,
          replacements: Type.Array(
            Type.Object(
              { deletedRegion: Region, insertedContent: Type.Object({ text: Type.String() }, strict) },
              strict,
            ),
            { minItems: 1 },
          ),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    properties: Type.Object({ safety: Type.Enum(['safe', 'suggestion']) }, strict),
  },
  strict,
);

const Result = Type.Object(
  {
    ruleId: Type.String(),
    ruleIndex: Zero,
    level: Level,
    message: Message,
    locations: Type.Array(Location, { minItems: 1 }),
    partialFingerprints: Type.Record(Type.String(), Type.String()),
    relatedLocations: Type.Optional(Type.Array(Location)),
    fixes: Type.Optional(Type.Array(Fix)),
    suppressions: Type.Optional(
      Type.Array(
        Type.Object(
          {
            kind: Type.Enum(['inSource', 'external']),
            justification: Type.Optional(Type.String()),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);

const ReportingDescriptor = Type.Object(
  {
    id: Type.String({ minLength: 1 }),
    shortDescription: Message,
    fullDescription: Message,
    help: Type.Object(
      { text: Type.String({ minLength: 1 }), markdown: Type.Optional(Type.String()) },
      strict,
    ),
    defaultConfiguration: Type.Object(
      { level: Type.Optional(Level), enabled: Type.Optional(Type.Boolean()) },
      strict,
    ),
  },
  strict,
);

const Run = Type.Object(
  {
    tool: Type.Object(
      {
        driver: Type.Object(
          {
            name: Type.String(),
            fullName: Type.String(),
            version: Type.String(),
            informationUri: Uri,
            semanticVersion: Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+' }),
            language: Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }),
            rules: Type.Array(ReportingDescriptor, { uniqueItems: true }),
          },
          strict,
        ),
      },
      strict,
    ),
    columnKind: Type.Enum(['utf16CodeUnits', 'unicodeCodePoints']),
    results: Type.Array(Result),
    artifacts: Type.Array(
      Type.Object({ location: ArtifactLocation, roles: Type.Array(Type.Literal('analysisTarget')) }, strict),
    ),
    invocations: Type.Array(
      Type.Object(
        {
          executionSuccessful: Type.Boolean(),
          toolExecutionNotifications: Type.Optional(
            Type.Array(
              Type.Object({ level: Level, message: Message, locations: Type.Array(Location) }, strict),
            ),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
);

/** A whole log. */
export const SarifLog = Type.Object(
  { $schema: Type.String(), version: Type.Literal('2.1.0'), runs: Type.Array(Run, { minItems: 1 }) },
  strict,
);
