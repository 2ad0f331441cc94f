const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words before a formula that leave its first side whole: "so 5 + 3 = 8". Behind any other word the side may be cut off. */
const introducers = list('so thus hence therefore then that and or but since because get gets have has had is are was be being as with where which gives give gave yields yield '
  + 'equals becomes become to means mean now finally also compute calculate find if when we know see obtain simplify simplifies evaluate follows check using use say write for by into it this answer result solution '
  + 'first second third next calculated computed simplified gets verify note notice indeed clearly recall here let only just namely example i.e e.g either both right okay ok yes no');

/** Words before a formula that change what its first side means, even when it holds operators: "the square of 2 + 1". */
const changingBefore = list('of twice half double triple thrice times root log mod modulo base choose over not square cube squares digits average mean remainder divide than from less more fewer except remaining another');

/** Words behind a value that change it: "5 remainder 2", "3 million", "4 more than". */
const changingAfter = list('remainder r of times mod modulo choose over squared cubed million billion trillion thousand hundred hundreds thousands tens ones hundredths tenths halves thirds quarters fourths fifths sixths '
  + 'am pm a.m p.m to-the out of more less fewer per base half point thousandths dozen dozens over halfs if');

/** Words that a noun between a value and an operator cannot be: "5 apples + 3 apples" reads as 5 + 3. */
const functionWords = list('a an the and or of in is are was were be to from as by at on for with than if so but that which when then we it they i you he she this these those there here not no '
  + 'since because therefore thus hence get gets have has gives equals where while into out over under more less fewer per only either both between until also now let add subtract divide multiply plus minus times');

export const leavesWhole = (word: string): boolean => introducers.has(word) && !changingBefore.has(word);
export const changesNext = (word: string): boolean => changingBefore.has(word);
export const changesPrevious = (word: string): boolean => changingAfter.has(word);
export const isNoun = (word: string): boolean => !functionWords.has(word) && !changingAfter.has(word) && !changingBefore.has(word);
