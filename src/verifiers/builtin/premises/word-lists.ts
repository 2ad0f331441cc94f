import { stemWord } from './stem-word.js';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(stemWord));

/** Words that say nothing about which fact is meant. Compared as stems. */
export const emptyWords = words(`
  a an the of for in on at to by with from as is are was were be been being am it its this that these those there here
  and or s which who whose has have had having do does did i we you they he she their his her our your
  can could shows show showing shown display displayed give given gives list listed read reads reading see seen indicate indicates indicated
  state stated say said report reported record recorded mark marked label labeled labelled print printed contain include
  according table chart graph image figure picture diagram plot data row column cell entry value number amount quantity figure axis bar
  equal equals exactly respectively also corresponding correspond under next beside per each clearly directly here above below following use used
  cost costs price priced count counted measure measured find found observe observed note noted
`);

/** Words that make a value something worked out, compared, supposed or denied: never a plain reading. */
export const derivingWords = words(`
  total sum altogether combined together overall mean average median mode range difference more less fewer than least most
  greatest smallest largest highest lowest maximum minimum max min longest shortest increase decrease change rate
  twice double triple half multiplied divided product quotient add added subtract minus plus ratio proportion fraction probability
  remaining left spend spent pay paid need needed owe earn buy bought
  if suppose assume assuming let would should hypothetical hence therefore thus so because since implies
  not no never neither nor isn aren wasn don doesn didn without cannot
  about approximately around roughly nearly almost between greater
  estimate estimated calculate calculated compute computed result answer
`);
