import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutFormatString, type PythonPiece } from '../../../src/prompts/evpv/python-string.js';
import { readPythonTexts } from '../../../src/prompts/evpv/read-python-texts.js';

const read = (source: string, name: string): string | undefined =>
  readPythonTexts(source).get(name)?.map((piece) => ('literal' in piece ? piece.literal : `<${piece.name}>`)).join('');

describe('readPythonTexts', () => {
  it.each<[string, string, string]>([
    ['a plain string', `A = "one"\n`, 'one'],
    ['three quotes over lines', `A = """\nfirst "quoted" line\nB = 'no assignment'\n"""\n`, '\nfirst "quoted" line\nB = \'no assignment\'\n'],
    ['escapes', String.raw`A = "a\n\"b\" \\ \d A \x42"` + '\n', 'a\n"b" \\ \\d A B'],
    ['a raw string', `A = r"""\\frac{1}{2} \\n"""\n`, '\\frac{1}{2} \\n'],
    ['an escaped line end', `A = """\\\nfirst"""\n`, 'first'],
    ['strings side by side in brackets', `A = (\n    "one "  # a comment with "quotes"\n    'two'\n)\n`, 'one two'],
    ['an annotated name before another', `B: str = "no"\nA = "yes"\n`, 'yes'],
    ['a function that joins variables', `def A(question: str) -> str:\n    """return "not this"."""\n    return (\n        "Q: <<<" + question + ">>>" "!"\n    )\n`, 'Q: <<<<question>>>>!'],
    ['a call around a variable', `def A(x):\n    return (\n        "J: "\n        + json.dumps(x, ensure_ascii=False)\n    )\n`, 'J: <x>'],
    ['a format string', `def A(q, n):\n    return f"""\n  {{ "a": {q} }} {n}  """.strip()\n`, '{ "a": <q> } <n>'],
    ['another name', `B = "text"\nA = B\n`, '<B>'],
    ['Windows line ends', 'A = """one\r\ntwo"""\r\n', 'one\ntwo'],
  ])('reads %s', (_, source, expected) => {
    expect(read(source, 'A')).toBe(expected);
  });

  it.each<[string, string]>([
    ['a number', 'A = 1\n'], ['a list', 'A = ["x"]\n'], ['a string that is never closed', 'A = """x\n'], ['a name inside of a function', 'def f():\n    A = "x"\n'], ['a comparison', 'A == "x"\n'],
    ['another method', 'A = "x".upper()\n'], ['an open bracket', 'A = ("x"\n'],
  ])('leaves out %s', (_, source) => {
    expect(read(source, 'A')).toBeUndefined();
  });

  it('does not join a string on the next line', () => {
    expect(read('A = "x"\n"""doc"""\n', 'A')).toBe('x');
  });

  it('ends on any text, and finds a text behind it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (junk) => {
      readPythonTexts(junk);
      const quoted = junk.replace(/[\\"\r]/g, '');
      expect(read(`B = """${quoted}"""\nA = "found"\n`, 'A')).toBe('found');
      expect(read(`B = """${quoted}"""\nA = "found"\n`, 'B')).toBe(quoted);
    }));
  });
});

describe('cutFormatString', () => {
  it('gives back what Python would have formatted', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string().map((literal) => ({ literal })), fc.constantFrom('a', 'b_c').map((name) => ({ name }))), { maxLength: 6 }), (pieces) => {
      const text = pieces.map((piece) => ('name' in piece ? `{${piece.name}}` : piece.literal.replaceAll('{', '{{').replaceAll('}', '}}'))).join('');
      const joined = (some: readonly PythonPiece[]): string => some.map((piece) => ('name' in piece ? `<${piece.name}>` : piece.literal)).join('');
      expect(joined(cutFormatString(text))).toBe(joined(pieces));
    }));
  });
});
