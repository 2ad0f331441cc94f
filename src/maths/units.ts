/** A unit with what it measures and how many base units it holds (an exact decimal or fraction). */
export interface Unit {
  /** Canonical symbol: "cm", "lb", "°". */
  readonly symbol: string;
  readonly dimension: 'length' | 'mass' | 'volume' | 'time' | 'angle' | 'money' | 'speed' | 'temperature' | 'energy' | 'power' | 'frequency' | 'data' | 'count';
  /** Size in the base unit of its dimension; null when the unit converts by more than a factor. */
  readonly factor: string | null;
  /** Spellings; those of one or two letters are case-sensitive. */
  readonly names: readonly string[];
}

/** The units the project knows: symbol, dimension, factor, spellings. */
const table: readonly (readonly [string, Unit['dimension'], string | null, string])[] = [
  ['nm', 'length', '1/1000000000', 'nm nanometer nanometers nanometre nanometres'],
  ['μm', 'length', '1/1000000', 'μm µm micrometer micrometers micrometre micrometres'],
  ['mm', 'length', '0.001', 'mm millimeter millimeters millimetre millimetres'],
  ['cm', 'length', '0.01', 'cm cms centimeter centimeters centimetre centimetres'],
  ['dm', 'length', '0.1', 'dm decimeter decimeters decimetre decimetres'],
  ['m', 'length', '1', 'm meter meters metre metres'],
  ['km', 'length', '1000', 'km kms kilometer kilometers kilometre kilometres'],
  ['in', 'length', '0.0254', 'in inch inches'],
  ['ft', 'length', '0.3048', 'ft foot feet'],
  ['yd', 'length', '0.9144', 'yd yds yard yards'],
  ['mi', 'length', '1609.344', 'mi mile miles'],
  ['mg', 'mass', '0.001', 'mg milligram milligrams'],
  ['g', 'mass', '1', 'g gram grams gramme grammes'],
  ['kg', 'mass', '1000', 'kg kgs kilogram kilograms kilogramme kilogrammes'],
  ['t', 'mass', '1000000', 'tonne tonnes'],
  ['oz', 'mass', '28.349523125', 'oz ounce ounces'],
  ['lb', 'mass', '453.59237', 'lb lbs pound pounds'],
  ['ton', 'mass', null, 'ton tons'],
  ['mL', 'volume', '0.001', 'mL ml milliliter milliliters millilitre millilitres'],
  ['cL', 'volume', '0.01', 'cL cl centiliter centiliters centilitre centilitres'],
  ['L', 'volume', '1', 'L liter liters litre litres'],
  ['gal', 'volume', '3.785411784', 'gal gallon gallons'],
  ['qt', 'volume', '0.946352946', 'qt quart quarts'],
  ['pt', 'volume', '0.473176473', 'pint pints'],
  ['cup', 'volume', '0.2365882365', 'cup cups'],
  ['ms', 'time', '0.001', 'ms millisecond milliseconds'],
  ['s', 'time', '1', 's sec secs second seconds'],
  ['min', 'time', '60', 'min mins minute minutes'],
  ['h', 'time', '3600', 'h hr hrs hour hours'],
  ['day', 'time', '86400', 'day days'],
  ['week', 'time', '604800', 'week weeks'],
  ['month', 'time', null, 'month months'],
  ['year', 'time', null, 'year years yr yrs'],
  ['°', 'angle', '1', '° degree degrees deg'],
  ['rad', 'angle', null, 'rad radian radians'],
  ['°C', 'temperature', null, '°C ℃'],
  ['°F', 'temperature', null, '°F ℉'],
  ['$', 'money', '1', 'dollar dollars'],
  ['¢', 'money', '0.01', '¢ cent cents'],
  ['mph', 'speed', null, 'mph'],
  ['J', 'energy', '1', 'joule joules'],
  ['kJ', 'energy', '1000', 'kJ kilojoule kilojoules'],
  ['kWh', 'energy', '3600000', 'kWh'],
  ['W', 'power', '1', 'watt watts'],
  ['kW', 'power', '1000', 'kW kilowatt kilowatts'],
  ['Hz', 'frequency', '1', 'Hz hertz'],
  ['kHz', 'frequency', '1000', 'kHz'],
  ['KB', 'data', null, 'KB kB'],
  ['MB', 'data', null, 'MB megabytes'],
  ['GB', 'data', null, 'GB gigabytes'],
  ['dozen', 'count', '12', 'dozen dozens'],
  ['unit', 'count', null, 'unit units'],
];

const units: readonly Unit[] = table.map(([symbol, dimension, factor, names]) => ({ symbol, dimension, factor, names: names.split(' ') }));
const byName = new Map(units.flatMap((unit) => unit.names.map((name) => [name, unit] as const)));

/** The unit that a word spells, or null. Words of three letters and more may be in any case. */
export function findUnit(word: string): Unit | null {
  return byName.get(word) ?? (word.length > 2 ? byName.get(word.toLowerCase()) : undefined) ?? null;
}
