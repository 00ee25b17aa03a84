import { readFileSync } from 'node:fs';

it('reads an answer', () => expect(parse(readFileSync('test/specs/answer.html', 'utf8'))).toBe('answer'));
