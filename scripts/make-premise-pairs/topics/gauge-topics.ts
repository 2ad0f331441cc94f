/** What instruments are about: a title, the unit of the dial, and printed readings beside it with their usual ranges. */
export const gaugeTopics = [
  { title: 'Boiler pressure', unit: 'psi', readings: [['Inlet', 'psi', 21, 94], ['Outlet', 'psi', 12, 88], ['Tank', 'psi', 31, 99]] },
  { title: 'Workshop compressor', unit: 'bar', readings: [['Motor', 'rpm', 1105, 2980], ['Filter', 'bar', 3, 9], ['Hours run', 'h', 112, 978]] },
  { title: 'Greenhouse control', unit: '%', readings: [['Humidity', '%', 31, 89], ['Fan speed', 'rpm', 310, 960], ['Water level', 'cm', 14, 97]] },
  { title: 'Wind turbine', unit: 'm/s', readings: [['Rotor', 'rpm', 11, 29], ['Output', 'kW', 105, 890], ['Gusts', 'm/s', 12, 31]] },
] as const;
