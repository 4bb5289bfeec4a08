import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doorFact, idOf } from '#tests/support/facts.ts';
import { EMPTY_SHEET, isBlank, typeKey } from './answer-keys.ts';
import { answerMarks, nextWishes, questions } from './answer-operation.ts';
import { answersOf, tallyAnswers } from './answers.ts';

const type = (keys: string) => Array.from(keys).reduce(typeKey, EMPTY_SHEET);

describe('a sheet that is typed with the number keys', () => {
  test('is answered in the order of the paper, full-width keys too', () => {
    expect(type('1２30').marks).toEqual({
      ...{ understood: 'yes', alone: 'partly', pace: 'no', again: 'none' }
    });
    expect(type('111112').wishes).toEqual(['salon', 'next-class']);
    expect(type('1111122').wishes).toEqual(['salon']);
  });

  test('goes back by one, and knows nothing of other keys', () => {
    const back = typeKey(type('11'), 'Backspace');
    expect(typeKey(back, '3').marks).toMatchObject({ understood: 'yes', alone: 'no' });
    expect(typeKey(EMPTY_SHEET, 'Enter')).toEqual(EMPTY_SHEET);
    expect(typeKey(EMPTY_SHEET, 'Backspace')).toEqual(EMPTY_SHEET);
  });

  test('is blank when every question was left out', () => {
    expect([isBlank(type('0000')), isBlank(type('0001')), isBlank(type('3'))]).toEqual([
      ...[true, false, false]
    ]);
  });
});

const given = fc.record({
  by: fc.constantFrom('paper' as const, 'tablet' as const),
  marks: fc.record({
    understood: fc.constantFrom(...answerMarks),
    alone: fc.constantFrom(...answerMarks),
    pace: fc.constantFrom(...answerMarks),
    again: fc.constantFrom(...answerMarks)
  }),
  wishes: fc.subarray([...nextWishes])
});

test('every answer counts once under each question, in any order, and one taken back not at all', () => {
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 12 }), (sheets) => {
      const facts = sheets.map((sheet, index) =>
        doorFact('answer.given', idOf(500 + index), sheet, { at: index + 1 })
      );
      const tally = tallyAnswers(answersOf(facts));
      for (const question of questions) {
        const marks = Object.values(tally.marks[question]);
        expect(marks.reduce((sum, count) => sum + count, 0)).toBe(sheets.length);
      }
      expect(tallyAnswers(answersOf(facts.toReversed()))).toEqual(tally);

      const undo = doorFact('answer.undo', idOf(500), { targetOpId: idOf(1) }, { at: 99 });
      expect(answersOf([undo, ...facts])).toHaveLength(sheets.length - 1);
    })
  );
});
