const name = /^(?:\\[a-zA-Z]{2,10}|[a-zA-Z]{1,4}|\\(?:angle|overline)\s?\{?\s?[A-Z]{1,3}\}?)(?:_\{?\w{1,8}\}?)?'?$/;
const applied = /^\\?[a-zA-Z]{1,3}'?\s?\([^()]{1,30}\)$/;
const words = /^(?:\\(?:text|mathrm|textbf)\s?\{\s*)?\p{L}[\p{L}.']*(?:[ -][\p{L}.']+){0,8}\s*\}?$/u;
const tupleOfNames = /^\(\s*[a-zA-Z]\w?(?:_\{?\w+\}?)?(?:\s*,\s*[a-zA-Z]\w?(?:_\{?\w+\}?)?){1,5}\s*\)$/;

/** Whether a text is one name, as x, AB, \theta, x_1. */
export const isName = (text: string): boolean => name.test(text);

/** Whether a text is words, one of which has three letters: "surface area". */
export const isPhrase = (text: string): boolean => words.test(text) && /\p{L}{3}/u.test(text);

/** Whether a text can name a value: x, f(x), (x, y), "surface area". */
export const isLabel = (text: string): boolean => isName(text) || applied.test(text) || isPhrase(text) || tupleOfNames.test(text);

/** A label in one spelling. */
export const toLabelKey = (label: string): string => label.replace(/\\(?:text|mathrm|textbf)/g, '').replace(/[\s{}\\]/g, '').toLowerCase();
