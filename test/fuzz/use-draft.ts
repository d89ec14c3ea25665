import { createPlaces } from '../../server/src/cli/places.ts';
import { showTree } from '../../server/src/cli/tree.ts';
import type { Draft } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { readComments } from '../../server/src/engine/comments.ts';
import { fix } from '../../server/src/engine/fix.ts';
import { openItems } from '../../server/src/engine/open-items.ts';
import { opinionsOf } from '../../server/src/engine/opinions.ts';
import {
  demote,
  moveSection,
  normaliseStyle,
  promote,
  renumberAll,
} from '../../server/src/engine/outline-edits.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { quiet } from '../../server/src/engine/quiet.ts';
import { readingCopyBody } from '../../server/src/engine/reading-copy/body.ts';
import { compareDrafts } from '../../server/src/engine/rounds.ts';
import type { CheckResult, Finding, RuleSettings } from '../../server/src/engine/types.ts';
import { createWorkspace } from '../../server/src/engine/workspace.ts';
import { timeSpeeches } from '../../server/src/facts/aloud/duration.ts';
import { rules } from '../../server/src/rules/index.ts';
import { planDocument } from '../../server/src/typeset/plan.ts';
import type { Words } from '../../server/src/words/words.ts';
import { createIsBetween, faultsOf } from './sound.ts';
import type { Attempt } from './types.ts';

/** Milliseconds that one draft may take; a draft of a fuzz run is short. */
const MOST = 1000;

/** Every rule at its level, those that are off as hints. */
export function allSettings(): RuleSettings {
  return Object.fromEntries(
    Object.entries(presetSettings(rules)).map(([id, setting]) => [
      id,
      setting.level === 'off' ? { ...setting, level: 'hint' as const } : setting,
    ]),
  );
}

/** Makes the attempt to check a draft alone by every rule, as a new process would: nothing is remembered between two. */
export function createCheck(words: Words | undefined): Attempt {
  const settings = allSettings();
  return ({ text, kind }) => {
    const checker = createChecker(rules, { words: () => words });
    const draft = checker.read(text, kind);
    const { findings, failures } = checker.check(draft, settings);
    checker.summarise(draft, settings);
    quiet(findings, draft, []);
    return failures.map(({ message }) => message);
  };
}

/** Makes the attempt to do with a draft whatever the product does with one; `whole` is compared with it as another version. */
export function createUse(words: Words | undefined, whole?: () => Draft): Attempt {
  const isBetween = createIsBetween();
  const settings = allSettings();
  const checker = createChecker(rules, { words: () => words }, 100_000);

  const checked = (draft: Draft): CheckResult => {
    const alone = checker.check(draft, settings, whole?.());
    const { summaries, failures } = checker.summarise(draft, settings);
    const workspace = createWorkspace(rules);
    workspace.put('a.txt', summaries);
    workspace.put('b.txt', summaries);
    const together = workspace.check('a.txt', settings, { text: draft.text });
    return {
      findings: [...alone.findings, ...together.findings],
      failures: [...alone.failures, ...failures, ...together.failures],
    };
  };

  function useOutline(draft: Draft): void {
    for (const speech of draft.speeches) {
      renumberAll(draft, speech);
      normaliseStyle(draft, speech);
      showTree(draft.text, checker.facts.ofSpeech(speech).tree, createPlaces(draft.text));
      for (const heading of speech.headings.slice(0, 3)) {
        promote(draft, speech, heading);
        demote(draft, speech, heading);
        moveSection(draft, speech, heading, 'up');
      }
    }
  }

  function useFindings(draft: Draft, findings: readonly Finding[]): void {
    openItems({ draft, findings }, whole ? [{ name: 'whole', draft: whole() }] : [], checker.facts);
    opinionsOf(draft, findings);
    quiet(findings, draft, []);
    readComments(draft);
  }

  function useAloud(draft: Draft): void {
    timeSpeeches(draft, checker.facts);
    readingCopyBody(draft, checker.facts, { pinyin: 'ruby', size: 22, rate: 220, sectionPages: true });
    planDocument(draft, { dropResidue: false });
    planDocument(draft, { dropResidue: true });
  }

  return ({ text, kind }) => {
    const started = process.cpuUsage();
    const draft = checker.read(text, kind);
    const { findings, failures } = checked(draft);
    const faults = [
      ...failures.map(({ message }) => message),
      ...findings.flatMap((finding) => faultsOf(text, finding, isBetween)),
    ];
    useFindings(draft, findings);
    useOutline(draft);
    useAloud(draft);
    if (whole) compareDrafts(whole(), draft, checker.facts);
    const recheck = (now: string): readonly Finding[] => {
      const again = checked(checker.read(now, kind));
      faults.push(...again.failures.map(({ message }) => `after fixing: ${message}`));
      return again.findings;
    };
    const fixed = fix(text, recheck, ['safe', 'suggestion']).text;
    if (fix(fixed, recheck, ['safe', 'suggestion']).text !== fixed)
      faults.push('fixing twice is not fixing once');
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1000;
    if (took > MOST) faults.push(`took ${Math.round(took)} ms`);
    return faults;
  };
}
