import assert from 'node:assert/strict';
import { createCalendar, yearOf } from '../../server/src/lexicon/calendar.ts';
import { CALENDAR_LINES, CALENDAR_UNTIL } from '../../server/src/lexicon/calendar-data.ts';

const calendar = createCalendar()();

describe('calendar', () => {
  it('every line is of a known kind and its days are in order', () => {
    const lines = CALENDAR_LINES.trim().split('\n');
    for (const line of lines) {
      assert.match(
        line,
        /^(?:plan|congress|plenum|npc|base|festival) \S+ \d{4}(?:-\d\d){0,2}(?: \d{4}(?:-\d\d){0,2})?$/,
      );
      const [, , from = '', to = from] = line.split(' ');
      assert.ok(from <= to, line);
    }
    assert.equal(new Set(lines.map((line) => line.split(' ', 2).join(' '))).size, lines.length);
  });

  it('plans follow each other without a gap, five years each', () => {
    const plans = [...calendar.plans.values()];
    for (const [i, { start, end }] of plans.entries()) {
      assert.equal(end - start, 4);
      if (i > 0) assert.equal(start, plans[i - 1]!.end + 1);
    }
    assert.deepEqual(calendar.plans.get('十一五'), { name: '十一五', start: 2006, end: 2010 });
  });

  it('a congress comes every fifth year, and its plenums before the next one', () => {
    for (const [number, held] of calendar.congresses)
      if (number >= 12) assert.equal(yearOf(held.from), 1982 + 5 * (number - 12));
    for (const [session, held] of calendar.plenums) {
      const number = Number(session.split('.')[0]);
      assert.ok(calendar.congresses.get(number)!.to <= held.from, session);
      const next = calendar.congresses.get(number + 1);
      if (next) assert.ok(held.to < next.from, session);
    }
  });

  it('a later session is a later day', () => {
    const days = [...calendar.plenums.values()].map(({ from }) => from);
    assert.deepEqual(days, [...days].sort());
  });

  it('knows nothing that was not settled by its last month', () => {
    assert.equal(calendar.plans.get('十六五'), undefined);
    assert.equal(calendar.congresses.get(21), undefined);
    assert.equal(calendar.npcYear(14, 5), undefined);
    assert.equal(calendar.npcYear(14, 4), 2026);
    assert.match(CALENDAR_UNTIL, /^\d{4}-\d\d$/);
  });
});
